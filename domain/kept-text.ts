import { foldAddress } from "#domain/same-address.ts";

/** Finds among texts that were kept, oldest first, the last one from the page to which an address leads; null for none. */
export function lastKept<T extends { originUrl: string }>(kept: readonly T[]): (address: string) => T | null {
  const byPage = new Map(kept.map((one) => [foldAddress(one.originUrl), one]));
  return (address) => {
    const page = foldAddress(address);
    return (page !== null && byPage.get(page)) || null;
  };
}
