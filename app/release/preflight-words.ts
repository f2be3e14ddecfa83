import type { Say } from "#domain/words/say.ts";
import type { PreflightPage } from "#server/services/preflight-page.ts";

type SayRelease = Say<"release">;

/** Why there is nothing to release now, as a sentence, or null when there is. */
export function whyNotRelease(
  say: SayRelease,
  { ready, leaving, retractions, unchanged, nextNumber }: PreflightPage,
  mayRelease: boolean,
): string | null {
  if (!mayRelease) return say("only_editors");
  const last = nextNumber - 1;
  if (ready.count === 0 && retractions === 0)
    return leaving.count > 0 ? say("none_ready_but_left", { last }) : say("none_ready_yet");
  return unchanged ? say("unchanged", { last }) : null;
}

/** What the list of claims that are ready says while it is empty. */
export function noneReadyWords(say: SayRelease, { retractions }: PreflightPage): string {
  return retractions > 0 ? say("none_ready_but_retractions", { count: retractions }) : say("none_signed");
}

/** Whether a release would tell of retractions and nothing else. */
export const isWithoutClaims = ({ ready, retractions }: PreflightPage): boolean => ready.count === 0 && retractions > 0;

/** What a release would hold, as its button says it and as it is asked before: its claims or, without any, its retractions. */
export function heldWords(say: SayRelease, preflight: PreflightPage) {
  const { ready, retractions, nextNumber: number } = preflight;
  const { count } = ready;
  return isWithoutClaims(preflight)
    ? {
        act: say("release_retractions", { number, count: retractions }),
        title: say("release_retractions_title", { number, count: retractions }),
        frozen: [say("only_retractions", { count: retractions }), say("frozen_retractions")],
      }
    : {
        act: say("release_claims", { number, count }),
        title: say("release_claims_title", { number, count }),
        frozen: [say("frozen")],
      };
}

/** What a release leaves out, as sentences; empty when it leaves nothing out. */
export function leftOutWords(
  say: SayRelease,
  list: (words: readonly string[]) => string,
  { leaving: { count }, left, blocked, nextNumber: next }: PreflightPage,
): string[] {
  const gone = { count, last: next - 1, next };
  const named =
    count > left.length ? say("will_leave_many", gone) : say("will_leave", { ...gone, references: list(left) });
  return [...(count > 0 ? [named] : []), ...(blocked.count > 0 ? [say("stay_out", { count: blocked.count })] : [])];
}
