import { type ComponentPropsWithoutRef, useState } from "react";
import type { Place } from "#app/card/places.ts";
import { useUnfit } from "#app/card/use-unfit.ts";
import { TextField } from "#app/ui/text-field.tsx";

type CheckedInputProps = Pick<ComponentPropsWithoutRef<"input">, "type" | "inputMode" | "placeholder"> & {
  label: string;
  place: Place;
  /** What is stored, and how it is shown. */
  value: string;
  shown: string;
  /** What to store for these words; null when they cannot be stored. */
  read: (words: string) => string | null;
  whyNot: (words: string) => string;
  onWrite: (value: string) => void;
};

/** A box that takes only some words. Others stay in it, with the reason, and count as not stored. */
export function CheckedInput({ place, value, shown, read, whyNot, onWrite, ...control }: CheckedInputProps) {
  const unfit = useUnfit(place);
  const [draft, setDraft] = useState<string | null>(null);
  const [isInside, setInside] = useState(false);
  const type = (words: string) => {
    const news = read(words);
    setDraft(words);
    unfit.keep(news === null ? words : null);
    if (news !== null && news !== value) onWrite(news);
  };
  const leave = () => {
    setInside(false);
    setDraft(null);
  };
  const fitting = draft !== null && read(draft) === value ? draft : shown;
  const reason = unfit.words === null ? null : whyNot(unfit.words);
  return (
    <TextField
      {...control}
      autoComplete="off"
      value={unfit.words ?? fitting}
      hint={isInside ? reason : null}
      error={isInside ? null : reason}
      onChange={(event) => type(event.target.value)}
      onFocus={() => setInside(true)}
      onBlur={leave}
    />
  );
}
