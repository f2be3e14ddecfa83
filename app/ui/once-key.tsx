import { useId } from "react";
import { useRoot } from "#app/shell/use-root.ts";

/**
 * Names one submission, so that a form that is sent twice is done once. The seed is new with every page and after every
 * action that succeeded; a refused form keeps its key, because nothing was done under it.
 */
export function OnceKey() {
  return <input type="hidden" name="once" value={useOnceKey()} />;
}

/** The same for `useSubmit` and `fetcher.submit`. `part` tells apart several submissions of one component. */
export function useOnceKey(part = ""): string {
  return `${useRoot()?.seed ?? ""}:${useId()}${part}`;
}
