import { useState } from "react";
import { TextField } from "#app/ui/text-field.tsx";
import { safeHref } from "#domain/safe-href.ts";

/** A web address. One that cannot become a link is kept in the box with a sentence, and is not stored. */
export function AddressInput({
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
  const isBad = draft !== null && draft.trim() !== "" && safeHref(draft) === null;
  const type = (words: string) => {
    setDraft(words);
    setLeft(false);
    if (words.trim() === "" || safeHref(words) !== null) onWrite(words.trim());
  };
  const leave = () => (isBad ? setLeft(true) : setDraft(null));
  const isOurs = draft !== null && (isBad || draft.trim() === value);
  return (
    <TextField
      label={label}
      type="url"
      inputMode="url"
      autoComplete="off"
      placeholder="https://…"
      value={isOurs ? draft : value}
      error={
        left && isBad
          ? "This address is not stored. Write it in full, starting with https:// or http://, without a name or password in it."
          : null
      }
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
    />
  );
}
