import { useState } from "react";
import { likelySentence } from "#app/article/likely-sentence.ts";
import { useEscape } from "#app/article/use-escape.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { DocumentView, ElsewhereView } from "#server/services/document-view.ts";

/** Looking for the words of this version that take the place of a quote: which quote it is, until they are found. */
export function usePlacing({ version, sentences }: DocumentView, go: (ordinal: number) => void) {
  const say = useWords("article");
  const [quote, setQuote] = useState<ElsewhereView | null>(null);
  const begin = (one: ElsewhereView) => {
    setQuote(one);
    go(likelySentence(version.text, sentences, one.exact) ?? 0);
    announce(say("placing_spoken", { reference: one.reference }));
  };
  const stop = () => setQuote(null);
  useEscape(quote !== null, stop);
  return { quote, begin, stop };
}
