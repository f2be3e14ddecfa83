import { CheckedInput } from "#app/card/checked-input.tsx";
import type { Place } from "#app/card/places.ts";
import { formatFigure, parseAmount } from "#domain/figures.ts";

type AmountInputProps = { label: string; place: Place; value: string; onWrite: (value: string) => void };

/** A number as people write it. What is no number is kept in the box with a sentence, and nothing of it is stored. */
export function AmountInput({ value, ...rest }: AmountInputProps) {
  return (
    <CheckedInput {...rest} inputMode="decimal" value={value} shown={shown(value)} read={readAmount} whyNot={whyNot} />
  );
}

/** Empty is an answer too: nobody knows yet. */
const readAmount = (words: string): string | null => (words.trim() === "" ? "" : parseAmount(words, "en"));

const whyNot = (words: string) =>
  `“${words.slice(0, 40)}” is not a number, so it is not stored. Write it like 1,500 or 2.5 million.`;

const shown = (value: string) =>
  value === "" ? "" : formatFigure({ qualifier: "exactly", value, upper: "", unit: "", asOf: "" });
