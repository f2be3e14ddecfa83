import { UNSENT } from "#app/unsent/forget-unsent.ts";

/** Words of a form that are not sent, and what they are about where that is not the form's own. */
export type HalfWritten = { words: string; about?: unknown; name?: string };

/** Where the half-written words of a member wait: in this tab, or on this device where the member wants that. */
export function halfWritten(memberId: string, box: string, onDevice: boolean) {
  const key = `${UNSENT}${memberId}.${box}`;
  const storage = () => (onDevice ? localStorage : sessionStorage);
  return {
    read: (): HalfWritten | null => attempt(() => readHalf(storage().getItem(key))),
    keep: (half: HalfWritten) => void attempt(() => storage().setItem(key, JSON.stringify(half))),
    forget: () => void attempt(() => storage().removeItem(key)),
  };
}

export function readHalf(text: string | null): HalfWritten | null {
  const given: unknown = text === null ? null : JSON.parse(text);
  if (typeof given !== "object" || given === null || !("words" in given)) return null;
  const { words, about, name } = given as Record<string, unknown>;
  if (typeof words !== "string" || words === "") return null;
  return { words, about, name: typeof name === "string" ? name : "" };
}

/** A browser that keeps nothing, or is full, or something else wrote there: then the words last as long as the page. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
