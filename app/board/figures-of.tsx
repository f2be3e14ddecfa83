import { useFigureWords } from "#app/card/use-figure-words.ts";
import type { BoundedAmount } from "#domain/figures.ts";

/** The figures of a claim in one line, each with its bound. */
export function FiguresOf({ of: figures }: { of: readonly BoundedAmount[] }) {
  const { bound } = useFigureWords();
  return <bdi>{figures.map(bound).join("; ")}</bdi>;
}
