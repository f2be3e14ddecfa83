import { useState } from "react";
import { TextField } from "#app/ui/text-field.tsx";
import { formatFigure, parseAmount } from "#domain/figures.ts";

/** A number as people write it. What is no number is kept in the box with a sentence, and nothing of it is stored. */
export function AmountInput({
  label,
  value,
  onWrite,
}: {
  label: string;
  value: string;
  onWrite: (value: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const read = draft === null ? value : readAmount(draft);
  const isOurs = draft !== null && (read === null || read === value);
  const type = (words: string) => {
    setDraft(words);
    setLeft(false);
    const amount = readAmount(words);
    if (amount !== null && amount !== value) onWrite(amount);
  };
  const leave = () => {
    if (read === null) setLeft(true);
    else setDraft(null);
  };
  return (
    <TextField
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={isOurs ? draft : shown(value)}
      error={
        left && read === null
          ? `“${draft}” is not a number, so it is not stored. Write it like 1,500 or 2.5 million.`
          : null
      }
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
    />
  );
}

/** Empty is an answer too: nobody knows yet. */
const readAmount = (words: string): string | null => (words.trim() === "" ? "" : parseAmount(words, "en"));

const shown = (value: string) =>
  value === "" ? "" : formatFigure({ qualifier: "exactly", value, upper: "", unit: "", asOf: "" });
