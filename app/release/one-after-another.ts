import type { Say } from "#domain/words/say.ts";

/** Things that hold commas themselves, one after the other; empty for none. */
export function oneAfterAnother(say: Say<"release">, things: readonly string[]): string {
  const [first = "", ...rest] = things.filter(Boolean);
  return rest.reduce((before, next) => say("and_then", { before, next }), first);
}
