import { useMemo } from "react";
import { useSpeech, useWords } from "#app/words/speech.tsx";
import { sayBound, sayFigure } from "#domain/figure-words.ts";
import type { BoundedAmount, Figure } from "#domain/figures.ts";

type FigureWords = { bound: (figure: BoundedAmount) => string; whole: (figure: Omit<Figure, "id">) => string };

/** Two ways to say a figure of the page: its bound alone, and with the time for which it holds. */
export function useFigureWords(): FigureWords {
  const say = useWords("card");
  const { language } = useSpeech();
  return useMemo(() => {
    const words = { language, say };
    return { bound: (figure) => sayBound(words, figure), whole: (figure) => sayFigure(words, figure) };
  }, [language, say]);
}
