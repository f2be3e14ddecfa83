import type { ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { rationaleText } from "#domain/rationale.ts";
import { isoDate } from "#domain/said-when.ts";
import { type ClaimFacts, citationWords, claimFacts } from "#server/export/claim-facts.ts";
import { csvLine } from "#server/export/csv-line.ts";
import { inOrder } from "#server/export/json.ts";

type Column = (head: ReleaseHead, facts: ClaimFacts) => string | number | boolean | null;

/**
 * The columns in order; docs/claims.csv-metadata.json describes each. Those of the claim hold all of it, lists as JSON, so
 * that it can be read back.
 */
export const RAW_CSV_COLUMNS: Record<string, Column> = {
  desk: ({ desk }) => desk.name,
  desk_url: ({ desk }) => desk.url,
  case: (head) => head.case.number,
  case_title: (head) => head.case.title,
  release: ({ release }) => release.number,
  released_at: ({ release }) => release.madeAt,
  released_by: ({ release }) => release.madeBy,
  quorum: ({ quorum }) => quorum,
  reference: (_, { claim }) => claim.reference,
  claim_id: (_, { claim }) => claim.claimId,
  url: (_, { url }) => url,
  content_version: (_, { claim }) => claim.contentVersion,
  content_hash: (_, { claim }) => claim.contentHash,
  first_released_in: (_, { claim }) => claim.firstReleasedIn,
  changed_since: (_, { claim }) => claim.changedSince,
  language: (_, { claim }) => claim.card.language,
  statement: (_, { claim }) => claim.card.statement,
  verdict: (_, { claim }) => claim.card.verdict,
  scale_id: (_, { claim }) => claim.card.scaleId,
  rating_id: (_, { claim }) => claim.card.ratingId,
  rating_label: (_, { rating }) => rating?.label ?? null,
  rating_value: (_, { rating }) => rating?.value ?? null,
  claimant: (_, { claim }) => claim.card.claimant,
  claimant_guessed: (_, { claim }) => claim.card.claimantGuessed,
  mode: (_, { claim }) => claim.card.mode,
  speaker: (_, { claim }) => claim.card.speaker,
  organisation: (_, { claim }) => claim.card.organisation,
  outlet: (_, { claim }) => claim.card.outlet,
  said_when: (_, { claim }) => claim.card.saidWhen,
  said_when_precision: (_, { claim }) => claim.card.saidWhenPrecision,
  said_when_date: (_, { claim }) => isoDate(claim.card.saidWhen, claim.card.saidWhenPrecision),
  said_where: (_, { claim }) => claim.card.saidWhere,
  media: (_, { claim }) => (claim.card.media ? json(claim.card.media) : null),
  gaps: (_, { claim }) => claim.card.gaps,
  rationale_text: (_, facts) => rationaleText(facts.claim.card.rationale, (id) => citationWords(facts, id)).trim(),
  rationale: (_, { claim }) => json(claim.card.rationale),
  figures: (_, { claim }) => json(claim.card.figures),
  quotes: (_, { claim }) => json(claim.card.quotes),
  documents: (head, { claim }) => json(documentsOf(head, claim.card.quotes)),
  sources: (_, { claim }) => json(claim.card.sources),
  protected_sources: (_, { claim }) => claim.protectedSources,
  labels: (_, { claim }) => json(claim.card.labels),
  sign_offs: (_, { claim }) => json(claim.signOffs),
  corrections: (_, { claim }) => json(claim.corrections ?? []),
  method_url: ({ desk }) => desk.methodUrl ?? null,
  corrections_url: ({ desk }) => desk.correctionsUrl ?? null,
};

/** One row per claim for programs: RFC 4180, UTF-8 without a byte order mark, every cell quoted, texts as they are. */
export function* rawClaimsCsv(set: ReleasedSet): Generator<string> {
  const { head } = set;
  yield csvLine(Object.keys(RAW_CSV_COLUMNS));
  for (const claim of set.claims()) {
    const facts = claimFacts(head, claim);
    yield csvLine(Object.values(RAW_CSV_COLUMNS).map((column) => String(column(head, facts) ?? "")));
  }
}

const json = (value: unknown) => JSON.stringify(inOrder(value));

function documentsOf({ documents }: ReleaseHead, quotes: readonly { versionId: string }[]) {
  const named = new Set(quotes.map(({ versionId }) => versionId));
  return documents.filter(({ versionId }) => named.has(versionId));
}
