import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { act } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberWhoSends } from "#app/http/member.ts";
import { keepForm } from "#app/live/keep-form.ts";

/** A card as it was before much of it was taken out, for the card's own screen. */
export function loader({ context, params }: LoaderFunctionArgs) {
  return act(context, () => {
    const numbers = [params.number, params.claimNumber, params.version].map(numberFrom) as [number, number, number];
    return { card: context.services.cardVersions.read(memberWhoSends(context), ...numbers) };
  });
}

/** A server that cannot be reached is a refusal beside the button, and takes no page away. */
export const clientLoader = ({ serverLoader }: ClientLoaderFunctionArgs) => keepForm()({ serverAction: serverLoader });

/** A version never changes. */
export const shouldRevalidate = () => false;
