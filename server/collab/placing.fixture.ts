import fc from "fast-check";
import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { checkUpdate } from "#server/collab/guard.ts";
import { tryOnCopy } from "#server/collab/guard-cost.ts";
import { rawUpdate, words } from "#server/collab/raw-update.fixture.ts";
import { Refusal } from "#server/collab/refusal.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };

/** What the guard says of an update, in anybody's name; null when it refuses it. */
export function judged(doc: Y.Doc, update: Uint8Array) {
  try {
    const checked = checkUpdate(doc, update, anybody);
    if (checked.tryFirst) tryOnCopy(doc, update, () => {});
    return checked;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const PARAGRAPH = paragraph();

/** A card with a paragraph in its rationale, and the words of that, of which there are none. */
export function withParagraph(): { doc: Y.Doc; inside: Y.Text } {
  const doc = emptyCard();
  Y.applyUpdate(doc, PARAGRAPH);
  return { doc, inside: insideOf(doc) };
}

/** The words of that paragraph. */
export const insideOf = (doc: Y.Doc) => (doc.getXmlFragment("rationale").get(0) as Y.XmlElement).get(0) as Y.XmlText;

function paragraph(): Uint8Array {
  const doc = Object.assign(emptyCard(), { clientID: 7 });
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText()]);
  doc.getXmlFragment("rationale").insert(0, [element]);
  return Y.encodeStateAsUpdate(doc);
}

/** The ids of all letters, in their order. */
function lettersIn(text: Y.Text): Y.ID[] {
  const letters: Y.ID[] = [];
  for (let at = text._start; at; at = at.right)
    for (let nth = 0; nth < at.length; nth++) letters.push(Y.createID(at.id.client, at.id.clock + nth));
  return letters;
}

/** Between which two letters, counted from the left and from there, or in which way. */
type Spot = "behind the last" | "before the last" | "at the ends" | "turned" | [from: number, span: number];
export type Placing = { client: number; at: [from: number, span: number]; spots: Spot[]; size: number };

/** An update that puts parts between any two letters of a text, and between each other. */
export function placed(doc: Y.Doc, placing: Placing, inside: Y.Text = doc.getText("gaps")): Uint8Array {
  const { client, spots, size } = placing;
  const [from, span] = placing.at;
  const letters = lettersIn(inside);
  const empty = inside._item ? { inside: inside._item.id } : { root: "gaps" };
  const at = (from % (letters.length + 1)) - 1;
  const there: (Y.ID | undefined)[] = [letters[at], letters[at + 1 + (span % (letters.length - at))]];
  let clock = Y.getState(doc.store, client);
  let last = 0;
  const parts = spots.map((spot) => {
    const [left, right] = between(spot, there.length, last, size);
    const text = (clock % 2 ? "a" : "b").repeat(size);
    const [behind, before] = [there[left], there[right]];
    there.splice(left + 1, 0, ...Array.from({ length: size }, (_, nth) => Y.createID(client, clock + nth)));
    last = left + 1;
    clock += size;
    if (behind) return words({ behind, ...(before && { before }) }, text);
    return words(before ? { before } : empty, text);
  });
  return rawUpdate({ client, clock: Y.getState(doc.store, client), parts });
}

/**
 * The places of the two neighbours, of which the first stands before the second unless they are turned. `last` is where the
 * last part begins.
 */
function between(spot: Spot, count: number, last: number, size: number): [number, number] {
  if (spot === "at the ends" || last === 0) return [0, count - 1];
  if (spot === "behind the last") return [last + size - 1, count - 1];
  if (spot === "before the last") return [0, last];
  if (spot === "turned") return [last + size - 1, last];
  const left = spot[0] % (count - 1);
  return [left, left + 1 + (spot[1] % (count - 1 - left))];
}

const way = fc.constantFrom<Spot>("behind the last", "before the last", "at the ends", "turned");
const anywhere = fc.tuple(fc.nat(), fc.nat());
const spots = (maxLength: number) =>
  fc.oneof(
    fc.array(fc.oneof(anywhere, way), { minLength: 1, maxLength }),
    fc.tuple(way, fc.integer({ min: 1, max: maxLength })).map(([one, count]) => Array<Spot>(count).fill(one)),
  );
export const placings = (maxLength: number) =>
  fc.record<Placing>({
    client: fc.constantFrom(1, 5, 9, 2 ** 31),
    at: fc.tuple(fc.nat(), fc.oneof(fc.constant(0), fc.nat())),
    spots: spots(maxLength),
    size: fc.integer({ min: 1, max: 2 }),
  });
