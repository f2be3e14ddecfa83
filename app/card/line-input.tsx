import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { BesideWords, WritingHere } from "#app/card/beside-words.tsx";
import type { Place } from "#app/card/places.ts";
import { ROOM, useRoom } from "#app/card/room.ts";
import { useOwnWords } from "#app/card/use-own-words.ts";
import { TextArea, TextField } from "#app/ui/text-field.tsx";

type LineInputProps = Pick<ComponentPropsWithoutRef<"input">, "placeholder" | "lang"> & {
  label: string;
  place: Place;
  hint?: ReactNode;
  value: string;
  /** Several lines of a quotation instead of one. */
  isQuote?: boolean;
  onWrite: (value: string) => void;
};

/** A short text of a figure or a source, stored as it is typed. */
export function LineInput({ place, value, isQuote = false, onWrite, ...rest }: LineInputProps) {
  const { refusal, fits } = useRoom(isQuote ? ROOM.quote : ROOM.line);
  const own = useOwnWords(value, value, (words) => {
    onWrite(words);
    return words;
  });
  const control = {
    ...rest,
    value: own.words,
    error: refusal,
    dir: "auto" as const,
    autoComplete: "off",
    onChange: ({ target }: { target: { value: string } }) =>
      fits(own.words.length, target.value.length) && own.type(target.value),
  };
  return (
    <div className="line-frame" data-place={place} {...own.frame}>
      {isQuote ? <TextArea rows={2} {...control} /> : <TextField {...control} />}
      <WritingHere place={place} />
      <BesideWords place={place} own={own} />
    </div>
  );
}
