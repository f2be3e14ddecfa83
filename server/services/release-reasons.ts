import type { Card } from "#domain/card.ts";
import { type Flaw, flawsOf } from "#domain/missing.ts";
import { ratingInStatement } from "#domain/rating-in-statement.ts";
import type { Scale } from "#domain/scales.ts";
import { dropWords, isVerified } from "#domain/status.ts";
import type { Saying } from "#domain/words/say.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";
import type { OldQuote } from "#server/services/old-quotes.ts";

/** What stands against releasing a claim, and the part of its card where that is mended. */
export type Reason = {
  message: Saying | string;
  part: Flaw["part"] | "sign-off" | "work" | null;
  /** The quote that it is about, when the document is where it is decided. */
  quote?: OldQuote;
};

export const REPAIR: Reason = { message: "Its card is closed for repair.", part: null };

type Looked = { card: Card; scale: Scale | null; isBegun: boolean; old: readonly OldQuote[] };

/** Empty for a claim that is signed off and says all that a signed claim must. */
export function whyBlocked(row: ClaimRow, { card, scale, isBegun, old }: Looked): Reason[] {
  if (row.status === "dropped") return [whyDropped(row)];
  if (row.status === "inbox" && !isBegun) return [NOT_BEGUN];
  const label = ratingInStatement(row.statement, scale);
  const carries = `Its statement carries the rating “${label}”. Write only what is claimed.`;
  const stated: Reason[] = label === null ? [] : [{ message: carries, part: "statement" }];
  return [...sentBack(row), ...stated, ...flawsOf(card, scale), ...old.map(whyOld), ...unsigned(row)];
}

const NOT_BEGUN: Reason = { message: "Nobody has started on it.", part: "work" };

function whyDropped({ dropReason, duplicateOf }: ClaimRow): Reason {
  const why = dropReason ? `: ${dropWords(dropReason, duplicateOf?.reference)}` : "";
  return { message: `It was dropped${why}.`, part: "work" };
}

function sentBack({ changesRequested }: ClaimRow): Reason[] {
  return changesRequested ? [{ message: "A reviewer asked for changes.", part: "sign-off" }] : [];
}

/** What its sign-offs lack. */
function unsigned({ signOffs: { current, stale, quorum }, changesRequested, status }: ClaimRow): Reason[] {
  const message =
    current < quorum
      ? stale > 0
        ? "The card changed after it was signed: the sign-off is stale."
        : `It has ${current} of ${quorum} sign-offs.`
      : "Only the person who changed it last has signed it.";
  const isLacking = current < quorum || (!changesRequested && !isVerified(status));
  return isLacking ? [{ message, part: "sign-off" }] : [];
}

function whyOld(quote: OldQuote): Reason {
  const { title, from, latest, state } = quote;
  const message =
    state === "missing"
      ? `Its quote does not stand in version ${latest} of “${title}” (it stood in version ${from}).`
      : `Its quote stands in version ${latest} of “${title}” with other words around it than in version ${from}.`;
  return { message, part: null, quote };
}
