import { NOW, type VersionId } from "#domain/version-id.ts";

/** The two states that an address compares; without `from`, the last of them with what was before it. */
export type Compared = { from: VersionId | null; to: VersionId };

export function comparedIn(search: URLSearchParams): Compared {
  return { from: search.get("from") || null, to: search.get("to") || NOW };
}

/** The page of the list that an address asks for; anything but a number is the first. */
export function pageIn(search: URLSearchParams): number | null {
  const before = search.get("before");
  return before !== null && /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null;
}

/** The address of a comparison, on the same page of the list. */
export function compareAddress(search: URLSearchParams, { from, to }: Compared): string {
  const next = new URLSearchParams(pageIn(search) === null ? {} : { before: String(pageIn(search)) });
  if (from !== null) next.set("from", from);
  if (to !== NOW || from === null) next.set("to", to);
  return `?${next}`;
}
