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
import { CORRECTION_KINDS, CORRECTION_STATES } from "#domain/corrections.ts";
import { QUALIFIERS } from "#domain/figures.ts";
import { MEDIA_FINDINGS, MEDIA_KINDS } from "#domain/media.ts";
import { ROLES } from "#domain/roles.ts";
import { STATUSES } from "#domain/status.ts";

const time = z.iso.datetime().describe("ISO 8601, in UTC.");
const reference = z.string().describe("“C-14-3”: case and claim.");

export const person = z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }).meta({ id: "Person" });

export const caseShape = z
  .object({
    number: z.number().int(),
    title: z.string(),
    restricted: z.boolean(),
    createdAt: time,
    claims: z.number().int(),
    counts: z.record(z.enum(STATUSES), z.number().int()),
    url: z.url(),
  })
  .meta({ id: "Case" });

export const documentShape = z
  .object({
    id: z.string(),
    title: z.string(),
    outlet: z.string(),
    language: z.string(),
    versions: z.number().int().describe("Number of the newest version."),
    capturedAt: time,
    url: z.url(),
  })
  .meta({ id: "Document" });

export const versionShape = z
  .object({
    id: z.string().describe("Id of the document."),
    version: z.number().int(),
    title: z.string(),
    outlet: z.string(),
    originUrl: z.string(),
    publishedOn: z.string(),
    language: z.string(),
    capturedAt: time,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    text: z.string().describe("Exactly as it was pasted. Offsets count its Unicode code points."),
  })
  .meta({ id: "DocumentVersion" });

export const claimShape = z
  .object({
    number: z.number().int(),
    reference,
    statement: z.string(),
    claimant: z.string(),
    language: z.string(),
    status: z.enum(STATUSES),
    rating: z.object({ id: z.string(), label: z.string() }).nullable(),
    verdict: z.string(),
    figures: z.array(z.string()).describe("Each with its bound: “up to 1,500 detainees”."),
    sources: z.number().int(),
    signOffs: z.object({ current: z.number().int(), stale: z.number().int(), quorum: z.number().int() }),
    assignee: person.nullable(),
    reviewers: z.array(person),
    dueAt: time.nullable(),
    contentHash: z.string().describe("SHA-256 of the material content as it is now."),
    releasedIn: z.number().int().nullable().describe("The latest release that holds the claim."),
    createdAt: time,
    updatedAt: time,
    url: z.url(),
  })
  .meta({ id: "Claim" });

const words = <K extends string>(keys: readonly K[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.string()])) as Record<K, z.ZodString>);

const figure = words(["value", "upper", "unit", "asOf"]).extend({ id: z.string(), qualifier: z.enum(QUALIFIERS) });

const source = words(SOURCE_STRINGS)
  .omit({ note: true })
  .extend({ id: z.string(), stance: z.enum(STANCES), rank: z.enum(SOURCE_RANKS).nullable() });

const quote = words(["id", "versionId", "exact", "prefix", "suffix"])
  .extend({ start: z.number().int(), end: z.number().int() })
  .describe("W3C TextQuoteSelector and TextPositionSelector in one; in code points, the end exclusive.");

const media = words(["original", "context"])
  .extend({ kind: z.enum(MEDIA_KINDS), findings: z.array(z.enum(MEDIA_FINDINGS)) })
  .describe(
    "Only where the claim is about a picture, a video or a recording: what was found, its original, what it shows.",
  );

const correction = z.object({
  kind: z.enum(CORRECTION_KINDS),
  state: z
    .enum(CORRECTION_STATES)
    .describe(
      "`waiting` for others to confirm a retraction; `open` until a release carries it; `released`; `taken_back`.",
    ),
  what: z.string(),
  why: z.string(),
  at: time,
  by: person.nullable(),
  releasedBefore: z.number().int().describe("The release that carried the claim as it was."),
});

export const cardShape = claimShape
  .extend({
    card: words([...TEXT_FIELDS, ...STRING_FIELDS])
      .extend({
        mode: z.enum(ASSERTION_MODES).nullable(),
        saidWhenPrecision: z.enum(PRECISIONS),
        labels: z.array(z.string()),
        figures: z.array(figure),
        quotes: z.array(quote),
        sources: z.array(source).describe("Without protected ones, in their order."),
        media: media.optional(),
        protectedSources: z.number().int(),
        rationale: z.string().describe("Plain text. [1] cites the first source in `citations`."),
        citations: z.array(z.string()).describe("Ids of the cited sources, in the order of their numbers."),
      })
      .describe("The card as it is now, signed off or not."),
    corrections: z.array(correction).describe("What was put on the record about the released claim, oldest first."),
  })
  .meta({ id: "ClaimWithCard" });

export const reviewShape = z
  .object({
    id: z.string(),
    reviewer: person.nullable(),
    decision: z.enum(["sign_off", "request_changes"]),
    state: z.enum(["current", "stale", "superseded", "withdrawn", "open", "cleared"]),
    contentHash: z.string(),
    note: z.string(),
    at: time,
  })
  .meta({ id: "Review" });

export const releaseShape = z
  .object({
    number: z.number().int(),
    madeAt: time,
    madeBy: person.nullable(),
    claims: z.number().int(),
    sha256: z.string().describe("Of the canonical claim set; see docs/exports.md."),
    url: z.url(),
  })
  .meta({ id: "Release" });

export const readyShape = z.object({ claim: z.number().int(), contentHash: z.string() }).meta({ id: "Ready" });

export const nextReleaseShape = z
  .object({
    number: z.number().int(),
    unchanged: z.boolean().describe("It would hold what the last one holds, so it is refused."),
    counts: z
      .object({
        ready: z.number().int(),
        blocked: z.number().int(),
        retractions: z
          .number()
          .int()
          .describe(
            "How many a release tells of that can be made while nothing is ready; 0 where a release told of each.",
          ),
      })
      .describe("Of the whole case."),
    seen: z.string().describe("Stands for all that is ready, each with its content. `makeRelease` takes it."),
    ready: z.array(readyShape).describe("Those of this page."),
    blocked: z
      .array(z.object({ claim: z.number().int(), reference, reasons: z.array(z.string()) }))
      .describe("Those of this page."),
    next: z.string().nullable().describe("The cursor of the next page."),
  })
  .meta({ id: "NextRelease" });

export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe("What is wrong and what to do, for a person."),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457." });
