import type { Say } from "#domain/words/say.ts";
import type { Preflight } from "#server/services/preflight.ts";

type SayRelease = Say<"release">;

/** Why there is nothing to release now, as a sentence, or null when there is. */
export function whyNotRelease(
  say: SayRelease,
  { ready, leaving, unchanged, nextNumber }: Preflight,
  mayRelease: boolean,
): string | null {
  if (!mayRelease) return say("only_editors");
  const last = nextNumber - 1;
  if (ready.length === 0) return leaving.length > 0 ? say("none_ready_but_left", { last }) : say("none_ready_yet");
  return unchanged ? say("unchanged", { last }) : null;
}

/** What a release leaves out, as sentences; empty when it leaves nothing out. */
export function leftOutWords(
  say: SayRelease,
  list: (words: readonly string[]) => string,
  { leaving, blocked, nextNumber: next }: Preflight,
): string[] {
  const references = list(leaving.map((one) => one.reference));
  const gone = { references, count: leaving.length, last: next - 1, next };
  return [
    ...(leaving.length > 0 ? [say("will_leave", gone)] : []),
    ...(blocked.length > 0 ? [say("stay_out", { count: blocked.length })] : []),
  ];
}
