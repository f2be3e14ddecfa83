import { useCallback } from "react";
import { useWords } from "#app/words/speech.tsx";
import { type NamedSource, sourceName } from "#domain/card-names.ts";

/** How the page calls a source, which may have no title. */
export function useSourceName(): (source: NamedSource) => string {
  const say = useWords("sources");
  return useCallback((source) => sourceName(source) || say("untitled"), [say]);
}
