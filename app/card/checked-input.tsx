import { type ComponentPropsWithoutRef, useState } from "react";
import { BesideWords, WritingHere } from "#app/card/beside-words.tsx";
import type { Place } from "#app/card/places.ts";
import { useOwnWords } from "#app/card/use-own-words.ts";
import { useUnfit } from "#app/card/use-unfit.ts";
import { TextField } from "#app/ui/text-field.tsx";

type CheckedInputProps = Pick<ComponentPropsWithoutRef<"input">, "type" | "inputMode" | "placeholder" | "dir"> & {
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
  const [isInside, setInside] = useState(false);
  const own = useOwnWords(value, shown, (words) => {
    const news = read(words);
    unfit.keep(news === null ? words : null);
    if (news !== null && news !== value) onWrite(news);
    return news;
  });
  const reason = unfit.words === null ? null : whyNot(unfit.words);
  return (
    <div className="line-frame" data-place={place} {...own.frame}>
      <TextField
        {...control}
        autoComplete="off"
        value={unfit.words ?? own.words}
        hint={isInside ? reason : null}
        error={isInside ? null : reason}
        onChange={(event) => own.type(event.target.value)}
        onFocus={() => setInside(true)}
        onBlur={() => setInside(false)}
      />
      <WritingHere place={place} />
      <BesideWords place={place} own={own} />
    </div>
  );
}
