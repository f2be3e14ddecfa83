import { z } from "zod";
import {
  ASSERTION_MODES,
  PRECISIONS,
  SOURCE_RANKS,
  SOURCE_STRINGS,
  STANCES,
  STRING_FIELDS,
  TEXT_FIELDS,
} from "#domain/card.ts";
import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";
import { QUALIFIERS } from "#domain/figures.ts";
import type { Block } from "#domain/rationale.ts";
import { MARKS } from "#domain/scales.ts";
import { claimReview } from "#server/export/claim-review.ts";
import { entriesOf, isRecord, type Spot } from "#server/import/spot.ts";

const text = z.string();
const strings = <const K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, text])) as Record<K, typeof text>;

const scale = z.object({
  ...{ id: text, key: text, version: z.number(), name: text },
  ratings: z.array(
    z.object({ id: text, label: text, mark: z.enum(MARKS), value: z.number().nullable(), definition: text }),
  ),
});

const head = z.object({
  format: z.literal("assay-claim-set"),
  formatVersion: z.literal(1),
  desk: z.object({ name: text, url: text }),
  pages: text.exactOptional(),
  case: z.object({ number: z.number(), title: text }),
  release: z.object({ number: z.number(), madeAt: text, madeBy: text }),
  quorum: z.number(),
  scale: scale.nullable(),
  otherScales: z.array(scale).default([]),
  documents: z.array(
    z.object({
      ...strings(["versionId", "title", "outlet", "originUrl", "publishedOn", "language", "sha256", "capturedAt"]),
      number: z.number(),
    }),
  ),
});

const inline = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text, href: text.exactOptional() }),
  z.object({ type: z.literal("citation"), sourceId: text }),
  z.object({ type: z.literal("mention"), memberId: text, label: text }),
  z.object({ type: z.literal("break") }),
]);

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("paragraph"), children: z.array(inline) }),
    z.object({ type: z.literal("list"), ordered: z.boolean(), entries: z.array(z.array(block)) }),
    z.object({ type: z.literal("blockquote"), language: text, cite: text, children: z.array(block) }),
  ]),
);

const card = z.object({
  ...strings(TEXT_FIELDS),
  ...strings(STRING_FIELDS),
  mode: z.enum(ASSERTION_MODES).nullable(),
  saidWhenPrecision: z.enum(PRECISIONS),
  claimantGuessed: z.boolean(),
  labels: z.array(text),
  figures: z.array(z.object({ ...strings(["id", "value", "upper", "unit", "asOf"]), qualifier: z.enum(QUALIFIERS) })),
  quotes: z.array(
    z.object({ ...strings(["id", "versionId", "exact", "prefix", "suffix"]), start: z.number(), end: z.number() }),
  ),
  sources: z.array(
    z.object({
      ...strings(SOURCE_STRINGS),
      id: text,
      stance: z.enum(STANCES),
      rank: z.enum(SOURCE_RANKS).nullable(),
      protected: z.literal(false),
    }),
  ),
  rationale: z.array(block),
});

/** Who signed, ids and hashes are not read: whatever a file says, nobody of this desk signed it. */
const claim = z.object({ reference: text, card });

/** What stands once in a claim set of Assay; null where it is none. */
export function claimSetHead(value: unknown): ReleaseHead | null {
  const { success, data } = head.safeParse(value);
  return success && !Number.isNaN(Date.parse(data.release.madeAt)) ? data : null;
}

/** Members that a check has a place for, and those of which the whole file is told that they are not taken. */
const TAKEN: ReadonlySet<string> = new Set([
  ...["reference", "claimId", "contentVersion", "contentHash", "protectedSources", "signOffs"],
  ...["firstReleasedIn", "changedSince", "statement", "verdict", "claimant", "claimantGuessed", "rationale", "sources"],
  ...["saidWhen", "saidWhenPrecision", "saidWhere", "ratingId", "scaleId", "language", "quotes", "card"],
]);

/** `left`: what stands there besides. */
type Reviewed = { path: string; review: object | null; left: string[] };

/** Each claim as the ClaimReview that Assay writes of it; null for one that Assay does not write. */
export function reviewsOfClaimSet(set: ReleaseHead, claims: Spot): Reviewed[] {
  const list = Array.isArray(claims.value) ? entriesOf(claims) : [];
  return list.map(({ path, value }) => {
    const { success, data } = claim.safeParse(value);
    const left = [...leftOf(value), ...leftOf(isRecord(value) ? value.card : null).map((name) => `card.${name}`)];
    return { path, review: success ? claimReview(set, asReleased(data)) : null, left };
  });
}

const leftOf = (value: unknown): string[] =>
  isRecord(value) ? Object.keys(value).filter((name) => !TAKEN.has(name) && !isEmpty(value[name])) : [];

const isEmpty = (value: unknown) => value === "" || value === null || (Array.isArray(value) && value.length === 0);

const asReleased = ({ reference, card }: z.infer<typeof claim>): ReleasedClaim => ({
  ...{ reference, card, claimId: "", contentVersion: 1, contentHash: null },
  ...{ protectedSources: 0, signOffs: [], firstReleasedIn: 1, changedSince: null },
});
