import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Card } from "#domain/card.ts";
import { inlines, linksOf, rationaleText } from "#domain/rationale.ts";

/** The version of the rules below. A sign-off names it, and an old hash is never recomputed under newer rules. */
export const CONTENT_VERSION = 1;

/**
 * The part of a card that a sign-off covers. Not in it: bold and italics, labels, the order of figures and sources,
 * a source's title and notes, and everything on the decision plane.
 */
export function materialContent(card: Card) {
  const byId = <T extends { id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    version: CONTENT_VERSION,
    statement: card.statement,
    claimant: card.claimant,
    attribution: { outlet: card.outlet, speaker: card.speaker, organisation: card.organisation, mode: card.mode },
    said: { when: card.saidWhen, precision: card.saidWhenPrecision, where: card.saidWhere },
    figures: byId(card.figures).map(({ qualifier, value, upper, unit, asOf }) => ({
      qualifier,
      value,
      upper,
      unit,
      asOf,
    })),
    quotes: byId(card.quotes).map(({ versionId, exact, start, end }) => ({ versionId, exact, start, end })),
    rating: { scale: card.scaleId, id: card.ratingId },
    verdict: card.verdict,
    rationale: rationaleText(card.rationale, (sourceId) => `[${sourceId}]`),
    /** Apart from the text, so that typed brackets cannot pass for a citation and no link changes its address unseen. */
    citations: inlines(card.rationale).flatMap((one) => (one.type === "citation" ? [one.sourceId] : [])),
    links: linksOf(card.rationale),
    gaps: card.gaps,
    sources: byId(card.sources).map(({ id, url, stance, quote, locator, archivedUrl }) => ({
      id,
      url,
      stance,
      quote,
      locator,
      archivedUrl,
    })),
  };
}

/** Canonical JSON of any plain value: RFC 8785, with every string in Unicode NFC. */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(normalise(value));
  if (json === undefined) throw new TypeError("Only plain JSON values have a canonical form.");
  return json;
}

function normalise(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC").toWellFormed();
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.normalize("NFC"), normalise(one)]));
}

/** SHA-256 of UTF-8 text, in lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash that a sign-off is bound to. */
export function contentHash(card: Card): string {
  return sha256Hex(canonicalJson(materialContent(card)));
}
