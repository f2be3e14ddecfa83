import { type ClientActionFunctionArgs, isRouteErrorResponse, type ShouldRevalidateFunction } from "@remix-run/react";
import { type Refused, refusedIn } from "#app/ui/refusal.tsx";
import { speechOf } from "#app/words/speeches.ts";
import { say } from "#domain/words/say.ts";

export type Unreachable = { ok: false; refused: Refused };

const refused: Refused = {
  kind: "read_only",
  get message() {
    return say(speechOf(), "forms", "unreachable");
  },
};

/**
 * The client action of every route with an action. What does not reach the server is refused with a sentence, and the
 * page stays, with all that was typed on it. Such a route also says `shouldRevalidate` with `stayWhenUnreachable`.
 */
export function keepForm() {
  return async ({ serverAction }: Pick<ClientActionFunctionArgs, "serverAction">): Promise<unknown> => {
    try {
      return await serverAction();
    } catch (error) {
      if (error instanceof Response || isRouteErrorResponse(error) || !(error instanceof TypeError)) throw error;
      return { ok: false, refused } satisfies Unreachable;
    }
  };
}

/**
 * Whether the last action met no server, or nobody is signed in any more: loading the page's data again would fail as
 * well, and lose the page.
 */
export function wentNowhere(answer: unknown): boolean {
  const given = refusedIn(answer);
  return given === refused || given?.kind === "unauthenticated";
}

/** For every route above an action that may find no server, or nobody signed in: the page stays as it is then. */
export const stayWhenUnreachable: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  defaultShouldRevalidate && !wentNowhere(actionResult);
