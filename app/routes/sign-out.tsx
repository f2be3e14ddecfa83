import { type ActionFunctionArgs, redirect } from "@remix-run/node";

/** Ends the session and its sockets. Only by POST, so that no link or image can sign anybody out. */
export function action({ context }: ActionFunctionArgs) {
  return redirect("/sign-in", { headers: { "Set-Cookie": context.endSession() } });
}

export const loader = () => redirect("/cases");
