import { type ActionFunctionArgs, redirect } from "@remix-run/node";

/**
 * Ends the session and its sockets, and leaves nothing of the desk in the browser. Only by POST, so that no link or image
 * can sign anybody out. Not "cookies": that would take the choice of light or dark along, and those of other ports.
 */
export function action({ context }: ActionFunctionArgs) {
  const headers = { "Set-Cookie": context.endSession(), "Clear-Site-Data": '"cache", "storage"' };
  return redirect("/sign-in", { headers });
}

export const loader = () => redirect("/cases");
