import type { LoaderFunctionArgs } from "@remix-run/node";

/** The number on the bell, for pages that are open already; null when nobody is signed in. */
export function loader({ context: { member, services } }: LoaderFunctionArgs) {
  return Response.json(
    { unread: member && services.notifications.unread(member) },
    { headers: { "Cache-Control": "no-store" } },
  );
}
