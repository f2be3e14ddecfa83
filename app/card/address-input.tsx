import { CheckedInput } from "#app/card/checked-input.tsx";
import type { Place } from "#app/card/places.ts";
import { ROOM } from "#app/card/room.ts";
import { safeHref } from "#domain/safe-href.ts";

type AddressInputProps = { label: string; place: Place; value: string; onWrite: (value: string) => void };

/** A web address. One that cannot become a link is kept in the box with a sentence, and is not stored. */
export function AddressInput({ value, ...rest }: AddressInputProps) {
  return (
    <CheckedInput
      {...rest}
      type="url"
      inputMode="url"
      placeholder="https://…"
      value={value}
      shown={value}
      read={readAddress}
      whyNot={whyNot}
    />
  );
}

function readAddress(words: string): string | null {
  const address = words.trim();
  return address === "" || (address.length <= ROOM.line && safeHref(address) !== null) ? address : null;
}

const whyNot = (words: string) =>
  words.length > ROOM.line
    ? "This address is not stored: it is too long. Leave out what follows the question mark."
    : "This address is not stored. Write it in full, starting with https:// or http://, without a name or password in it.";
