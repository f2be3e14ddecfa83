/**
 * What was loaded now, in which every part that says the same as before is the one of before, so that only what differs is
 * drawn again. For what loaders give: plain data without circles.
 */
export function keepSame<T>(before: unknown, now: T): T {
  if (Array.isArray(before) && Array.isArray(now)) {
    const parts = now.map((one, at) => keepSame(before[at], one));
    return (
      parts.length === before.length && parts.every((one, at) => Object.is(one, before[at])) ? before : parts
    ) as T;
  }
  if (!isPlain(before) || !isPlain(now)) return now;
  const parts = Object.entries(now).map(([key, one]) => [key, keepSame(own(before, key), one)] as const);
  const isSame =
    parts.length === Object.keys(before).length &&
    parts.every(([key, one]) => Object.hasOwn(before, key) && Object.is(one, own(before, key)));
  return (isSame ? before : Object.fromEntries(parts)) as T;
}

const own = (of: Record<string, unknown>, key: string): unknown => (Object.hasOwn(of, key) ? of[key] : undefined);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
