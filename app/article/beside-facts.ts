import { citationOrder } from "#domain/rationale.ts";
import { type Mark, ratingGiven } from "#domain/scales.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

/** What stands beside the text of a claim: enough to read it, not what its decisions need. */
export type BesideFacts = Pick<ClaimView, "id" | "number" | "reference" | "status" | "duplicateOf"> & {
  card: Pick<
    ClaimView["card"],
    "statement" | "language" | "claimant" | "figures" | "verdict" | "rationale" | "gaps" | "sources"
  >;
  mark: Mark;
  ratingLabel: string | null;
  assignee: string | null;
  /** Ids of the cited sources, in the order of first use. */
  cited: string[];
};

/** Takes what is shown beside the text out of a claim's whole view. */
export function besideFacts({
  id,
  number,
  reference,
  status,
  duplicateOf,
  card,
  scale,
  assignee,
}: ClaimView): BesideFacts {
  const { statement, language, claimant, figures, verdict, rationale, gaps, sources } = card;
  const rating = ratingGiven(scale, card);
  return {
    ...{ id, number, reference, status, duplicateOf },
    card: { statement, language, claimant, figures, verdict, rationale, gaps, sources },
    mark: rating?.mark ?? "none",
    ratingLabel: rating?.label ?? null,
    assignee: assignee?.name ?? null,
    cited: citationOrder(
      rationale,
      sources.map((one) => one.id),
    ),
  };
}
