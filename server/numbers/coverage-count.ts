import type { Db } from "#db/client.ts";
import { latestVersions, quotesToCount, sentencesToCount } from "#db/queries/numbers.ts";
import type { Span } from "#domain/sentences.ts";
import { quotePlaces } from "#server/services/quote-places.ts";

/** What became of the sentences in the latest version of each document. */
export type Coverage = { documents: number; claimed: number; dismissed: number; open: number };

export function coverageOf(db: Db, caseIds: string[]): Coverage {
  const versions = latestVersions(db, caseIds);
  const sum: Coverage = { documents: versions.length, claimed: 0, dismissed: 0, open: 0 };
  for (const { id, caseId } of versions)
    for (const state of sentenceStates(sentencesToCount(db, id), claimedSpans(db, caseId, id))) sum[state] += 1;
  return sum;
}

/** The places that the article shows as claimed: true quotes of claims that were not made by mistake, in order. */
function claimedSpans(db: Db, caseId: string, versionId: string): Span[] {
  const places = quotePlaces(db, caseId);
  return quotesToCount(db, caseId, versionId)
    .filter(({ quote, dropReason }) => dropReason !== "made_by_mistake" && places.isTrue(quote))
    .map(({ quote }) => quote);
}

type State = "claimed" | "dismissed" | "open";

/** The state of each sentence, in one pass over both lists; each is in the order of its starts. */
export function sentenceStates(
  sentences: readonly (Span & { dismissed: boolean })[],
  claimed: readonly Span[],
): State[] {
  let next = 0;
  let reach = -1;
  return sentences.map(({ start, end, dismissed }) => {
    for (let span = claimed[next]; span && span.start < end; span = claimed[++next]) reach = Math.max(reach, span.end);
    if (reach > start) return "claimed";
    return dismissed ? "dismissed" : "open";
  });
}
