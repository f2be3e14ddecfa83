import { useEffect } from "react";
import { markedField } from "#app/article/marked-words.ts";
import { liveCase } from "#app/live/live-case.ts";
import type { Span } from "#domain/sentences.ts";

/** A selection is told when it rests for a moment, not while it is drawn. */
const REST_MS = 200;

/** Tells colleagues on this case which words somebody has selected, so that two do not make one claim twice. */
export function useToldWords(caseId: string, versionId: string, selection: Span | null): void {
  const field = selection && markedField(versionId, selection);
  useEffect(() => {
    if (!field) return;
    const say = (words: string | null) => liveCase(caseId).say({ claimId: null, field: words, screen: "documents" });
    const timer = setTimeout(() => say(field), REST_MS);
    return () => {
      clearTimeout(timer);
      say(null);
    };
  }, [caseId, field]);
}
