import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";

/** Checks of others that may be about what somebody writes, for the hint below it. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { member, services } = context;
  if (!member) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const text = (name: string) => searchParams.get(name) ?? "";
  const given = { words: text("words"), claimant: text("claimant"), sentence: text("sentence") };
  return load(context, () => Response.json({ precedents: services.precedents.alike(member, given) }));
}
