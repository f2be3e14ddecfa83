import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";

/** Checks of others that may be about what somebody writes, for the hint below it. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { member, services } = context;
  if (!member) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const given = { words: searchParams.get("words") ?? "", claimant: searchParams.get("claimant") ?? "" };
  return load(context, () => Response.json({ precedents: services.precedents.alike(member, given) }));
}
