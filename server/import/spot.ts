/** A value of a file with its place: "$.@graph[2].reviewRating". `read` holds the places that were read so far. */
export type Spot = { path: string; value: unknown; read: Set<string> };

const DEEPEST = 6;
const MOST_LEAVES = 2_000;

export const spotOf = (path: string, value: unknown): Spot => ({ path, value, read: new Set() });

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The entries of a list, or the value itself as the only one. */
export function entriesOf(spot: Spot): Spot[] {
  const { path, value, read } = spot;
  return Array.isArray(value) ? value.map((one, at) => ({ path: `${path}[${at}]`, value: one, read })) : [spot];
}

/** Of a list the first entry that is anything; the value itself where it is no list. */
export const firstOf = (spot: Spot): Spot =>
  (Array.isArray(spot.value) && entriesOf(spot).find(({ value }) => value !== null)) || spot;

/** A member by its name, through lists, of which the first entry counts. Only what the file itself says, nothing inherited. */
export function at(spot: Spot, ...names: string[]): Spot {
  return names.reduce((whole, name) => {
    const { path, value, read } = firstOf(whole);
    const has = isRecord(value) && Object.hasOwn(value, name);
    return { path: `${path}.${name}`, value: has ? value[name] : undefined, read };
  }, spot);
}

/** The first of several spots that says anything. */
export function first(...spots: [Spot, ...Spot[]]): Spot {
  return spots.find((one) => textsAt(one).some(({ text }) => text.trim() !== "")) ?? spots[0];
}

export type TextAt = { path: string; text: string };

/** Every text that stands at a spot: itself, those of a list, and of an object what it is called by (`@value`, else `names`). */
export function textsAt(spot: Spot, names: readonly string[] = ["name"], depth = 0): TextAt[] {
  const { path, value } = spot;
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value === "number" || typeof value === "boolean") return [{ path, text: String(value) }];
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return entriesOf(spot).flatMap((one) => textsAt(one, names, depth + 1));
  if (!isRecord(value)) return [];
  const name = ["@value", ...names].find((one) => textsAt(at(spot, one), names, depth + 1).length > 0);
  return name === undefined ? [] : textsAt(at(spot, name), names, depth + 1);
}

/** The places of an object that hold a word or a number which was not read. What begins with "@" is grammar. */
export function unread(spot: Spot): TextAt[] {
  const left: TextAt[] = [];
  const waiting: Spot[] = [spot];
  for (let count = 0; waiting.length > 0 && count < MOST_LEAVES; count++) {
    const one = waiting.pop() as Spot;
    if (spot.read.has(one.path)) continue;
    if (Array.isArray(one.value)) waiting.push(...entriesOf(one).slice(0, MOST_LEAVES).reverse());
    else if (isRecord(one.value)) waiting.push(...membersOf(one).reverse());
    else if (one.value !== null && one.value !== undefined && String(one.value).trim() !== "")
      left.push({ path: one.path, text: String(one.value) });
  }
  return left;
}

/** The members of an object, without its grammar. */
export function membersOf(spot: Spot): Spot[] {
  const names = isRecord(spot.value) ? Object.keys(spot.value).slice(0, MOST_LEAVES) : [];
  return names.filter((name) => !name.startsWith("@")).map((name) => at(spot, name));
}
