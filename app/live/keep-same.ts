/**
 * What was loaded now, in which every part that says the same as before is the one of before, so that only what differs is
 * drawn again. Entries of a list are known by their `id`, others by their place. For what loaders give: plain data without
 * circles.
 */
export function keepSame<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now;
  if (Array.isArray(before) && Array.isArray(now)) return keepList(before, now) as T;
  if (!isPlain(before) || !isPlain(now)) return now;
  const parts = Object.entries(now).map(([key, one]) => [key, keepSame(own(before, key), one)] as const);
  const isSame =
    parts.length === Object.keys(before).length &&
    parts.every(([key, one]) => Object.hasOwn(before, key) && Object.is(one, own(before, key)));
  if (isSame) return before as T;
  return parts.every(([key, one]) => Object.is(one, now[key])) ? now : (Object.fromEntries(parts) as T);
}

function keepList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const known = new Map(before.flatMap((one) => (idOf(one) === undefined ? [] : [[idOf(one), one]])));
  const entries = now.map((one, at) => keepSame(idOf(one) === undefined ? before[at] : known.get(idOf(one)), one));
  const isSame = entries.length === before.length && entries.every((one, at) => Object.is(one, before[at]));
  if (isSame) return before;
  return entries.every((one, at) => Object.is(one, now[at])) ? now : entries;
}

const own = (of: Record<string, unknown>, key: string): unknown => (Object.hasOwn(of, key) ? of[key] : undefined);

const idOf = (entry: unknown): unknown => (isPlain(entry) ? own(entry, "id") : undefined);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
