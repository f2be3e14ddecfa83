import { useFigureWords } from "#app/card/use-figure-words.ts";
import { oneAfterAnother } from "#app/release/one-after-another.ts";
import { useWords } from "#app/words/speech.tsx";
import type { BoundedAmount } from "#domain/figures.ts";

/** The figures of a claim in one line, each with its bound. */
export function FiguresOf({ of: figures }: { of: readonly BoundedAmount[] }) {
  const { bound } = useFigureWords();
  const say = useWords("release");
  return <bdi>{oneAfterAnother(say, figures.map(bound))}</bdi>;
}
