import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Card, RootName } from "#domain/card.ts";
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
export function canonicalJson(value: unknown): string {
  const json = canonical(value);
  if (json === undefined) throw new TypeError("Only plain JSON values have a canonical form.");
  return json;
}

/** `JSON.stringify` writes strings and numbers as RFC 8785 asks; the order of members is left. Undefined is no member. */
function canonical(value: unknown): string | undefined {
  if (typeof value === "string") return JSON.stringify(value.normalize("NFC").toWellFormed());
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one) ?? "null").join(",")}]`;
  if (typeof value === "object" && value !== null) return canonicalObject(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} has no canonical form.`);
  return JSON.stringify(value);
}

function canonicalObject(value: object): string {
  const byName = new Map(Object.entries(value).map(([key, one]) => [key.normalize("NFC").toWellFormed(), one]));
  const members = [...byName.keys()].sort().flatMap((key) => {
    const json = canonical(byName.get(key));
    return json === undefined ? [] : [`${JSON.stringify(key)}:${json}`];
  });
  return `{${members.join(",")}}`;
}

/** SHA-256 of UTF-8 text, in lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash that a sign-off is bound to. */
export function contentHash(card: Card): string {
  return sha256Hex(canonicalJson(materialContent(card)));
}
