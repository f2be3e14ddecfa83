import { isRouteErrorResponse } from "@remix-run/react";
import { type Refused, refusedIn } from "#app/ui/refusal.tsx";

export type Unreachable = { ok: false; refused: Refused };

const refused: Refused = {
  kind: "read_only",
  message:
    "The server could not be reached, so nothing was changed. What you typed is still here: try again in a moment.",
};

/** Runs an action from the browser. Without a connection it is refused with a sentence, and the page with all that was typed stays. */
export async function orUnreachable<T>(act: () => Promise<T>): Promise<T | Unreachable> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Response || isRouteErrorResponse(error) || !(error instanceof TypeError)) throw error;
    return { ok: false, refused };
  }
}

/**
 * Whether the last action met no server, or nobody is signed in any more: loading the page's data again would fail as
 * well, and lose the page.
 */
export function wentNowhere(answer: unknown): boolean {
  const given = refusedIn(answer);
  return given === refused || given?.kind === "unauthenticated";
}
