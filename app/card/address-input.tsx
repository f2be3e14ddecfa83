import { CheckedInput } from "#app/card/checked-input.tsx";
import type { Place } from "#app/card/places.ts";
import { ROOM } from "#app/card/room.ts";
import { useWords } from "#app/words/speech.tsx";
import { safeHref } from "#domain/safe-href.ts";

type AddressInputProps = { label: string; place: Place; value: string; onWrite: (value: string) => void };

/** A web address. One that cannot become a link is kept in the box with a sentence, and is not stored. */
export function AddressInput({ value, ...rest }: AddressInputProps) {
  const say = useWords("card");
  return (
    <CheckedInput
      {...rest}
      type="url"
      inputMode="url"
      dir="ltr"
      placeholder="https://…"
      value={value}
      shown={value}
      read={readAddress}
      whyNot={(words) => say(words.length > ROOM.line ? "address_long" : "address_bad")}
    />
  );
}

function readAddress(words: string): string | null {
  const address = words.trim();
  return address === "" || (address.length <= ROOM.line && safeHref(address) !== null) ? address : null;
}
