import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { ROOM, useRoom } from "#app/card/room.ts";
import { TextArea, TextField } from "#app/ui/text-field.tsx";

type LineInputProps = Pick<ComponentPropsWithoutRef<"input">, "placeholder" | "lang"> & {
  label: string;
  hint?: ReactNode;
  value: string;
  /** Several lines of a quotation instead of one. */
  isQuote?: boolean;
  onWrite: (value: string) => void;
};

/** A short text of a figure or a source, stored as it is typed. */
export function LineInput({ value, isQuote = false, onWrite, ...rest }: LineInputProps) {
  const { refusal, fits } = useRoom(isQuote ? ROOM.quote : ROOM.line);
  const control = {
    ...rest,
    value,
    error: refusal,
    dir: "auto" as const,
    autoComplete: "off",
    onChange: ({ target }: { target: { value: string } }) =>
      fits(value.length, target.value.length) && onWrite(target.value),
  };
  return isQuote ? <TextArea rows={2} {...control} /> : <TextField {...control} />;
}
