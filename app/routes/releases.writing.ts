import type { LoaderFunctionArgs } from "@remix-run/node";

/** How far the file is that was asked for under this mark, for the page that waits for it. */
export function loader({ context: { member, services }, request }: LoaderFunctionArgs) {
  const mark = new URL(request.url).searchParams.get("mark") ?? "";
  return Response.json(member && services.releases.writing(member, mark), { headers: { "Cache-Control": "no-store" } });
}
