import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Card, RootName } from "#domain/card.ts";
import { nfc } from "#domain/nfc.ts";
import { materialRationale } from "#domain/rationale-material.ts";

/** The version of the rules below. A sign-off names it, and an old hash is never recomputed under newer rules. */
export const CONTENT_VERSION = 1;

/**
 * What a sign-off covers, root by root. Not in it: bold and italics, labels, the order of figures and sources, the
 * title of a source that has an address, its notes, and everything on the decision plane.
 */
const material = {
  statement: ({ statement }: Card) => ({ statement }),
  gaps: ({ gaps }: Card) => ({ gaps }),
  verdict: ({ verdict }: Card) => ({ verdict }),
  fields: (card: Card) => ({
    claimant: card.claimant,
    attribution: { outlet: card.outlet, speaker: card.speaker, organisation: card.organisation, mode: card.mode },
    said: { when: card.saidWhen, precision: card.saidWhenPrecision, where: card.saidWhere },
    rating: { scale: card.scaleId, id: card.ratingId },
    /** Not a member of what is hashed where there is none, so that a card without media hashes as it always did. */
    media: card.media,
  }),
  figures: ({ figures }: Card) => ({
    figures: byContent(
      figures.map(({ qualifier, value, upper, unit, asOf }) => ({ qualifier, value, upper, unit, asOf })),
    ),
  }),
  /** A quote is its words and what stands around them, so that the same words in the next version are the same quote. */
  quotes: ({ quotes }: Card) => ({
    quotes: byContent(quotes.map(({ exact, prefix, suffix }) => ({ exact, prefix, suffix }))),
  }),
  sources: ({ sources }: Card) => ({
    sources: byId(sources).map(({ id, url, title, stance, quote, locator, archivedUrl }) => ({
      id,
      url,
      /** What has no address is known by its title alone. */
      title: url === "" ? title : "",
      stance,
      quote,
      locator,
      archivedUrl,
    })),
  }),
  rationale: ({ rationale }: Card) => ({ rationale: materialRationale(rationale) }),
};

/** Whoever takes a figure out and enters it again, or finds a quote in two versions, has changed nothing. */
const byContent = <T>(list: readonly T[]) =>
  [...new Map(list.map((entry) => [canonicalJson(entry), entry]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry);

const byId = <T extends { id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The material content that stands in one root of the card. */
export const materialPart = (card: Card, root: RootName) => material[root](card);

/** The whole of what a sign-off covers. */
export function materialContent(card: Card) {
  return {
    version: CONTENT_VERSION,
    ...material.statement(card),
    ...material.gaps(card),
    ...material.verdict(card),
    ...material.fields(card),
    ...material.figures(card),
    ...material.quotes(card),
    ...material.sources(card),
    ...material.rationale(card),
  };
}

/** Canonical JSON of any plain value: RFC 8785, with every string in Unicode NFC. */
export const canonicalJson = (value: unknown): string => written(value, null);

/** Whether two parts of material content have the same canonical JSON. What is the same object is not looked into. */
export function isSameContent(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === "string" && typeof other === "string") return normal(one) === normal(other);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((entry, at) => isSameContent(entry, other[at]));
  if (!isMembers(one) || !isMembers(other)) return false;
  return Object.keys({ ...one, ...other }).every((name) => isSameContent(one[name], other[name]));
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What was written of each object, of which nobody changes one afterwards. */
type Known = WeakMap<object, string>;

function written(value: unknown, known: Known | null): string {
  const json = canonical(value, known);
  if (json === undefined) throw new TypeError("Only plain JSON values have a canonical form.");
  return json;
}

/** `JSON.stringify` writes strings and numbers as RFC 8785 asks; the order of members is left. Undefined is no member. */
function canonical(value: unknown, known: Known | null): string | undefined {
  if (typeof value === "string") return JSON.stringify(normal(value));
  if (typeof value === "object" && value !== null) return known?.get(value) ?? canonicalObject(value, known);
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} has no canonical form.`);
  return JSON.stringify(value);
}

/** What is longer is not kept, but its parts are: lists in lists would keep all their words once for each level. */
const LONG = 10_000;

function canonicalObject(value: object, known: Known | null): string {
  const json = Array.isArray(value)
    ? `[${value.map((one) => canonical(one, known) ?? "null").join(",")}]`
    : `{${members(value, known).join(",")}}`;
  if (json.length <= LONG) known?.set(value, json);
  return json;
}

function members(value: object, known: Known | null): string[] {
  const byName = new Map(Object.entries(value).map(([key, one]) => [normal(key), one]));
  return [...byName.keys()].sort().flatMap((key) => {
    const json = canonical(byName.get(key), known);
    return json === undefined ? [] : [`${JSON.stringify(key)}:${json}`];
  });
}

const normal = (text: string) => nfc(text).toWellFormed();

/** SHA-256 of UTF-8 text, in lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** What was written before for a hash: nobody changes what was read of a card, and of a long rationale most stays the same. */
const hashed: Known = new WeakMap();

/** The hash that a sign-off is bound to. */
export function contentHash(card: Card): string {
  return sha256Hex(written(materialContent(card), hashed));
}
