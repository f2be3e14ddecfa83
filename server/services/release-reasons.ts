import type { Card } from "#domain/card.ts";
import { type Correction, isOpened, whyNotReleased } from "#domain/corrections.ts";
import { type Flaw, flawsOf } from "#domain/missing.ts";
import { ratingInStatement } from "#domain/rating-in-statement.ts";
import type { Scale } from "#domain/scales.ts";
import { isVerified } from "#domain/status.ts";
import type { MessageId, Saying, Values } from "#domain/words/say.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";
import type { OldQuote } from "#server/services/old-quotes.ts";

/** What stands against releasing a claim, and the part of its card where that is mended. */
export type Reason = {
  message: Saying;
  part: Flaw["part"] | "sign-off" | "work" | "corrections" | null;
  /** The page where it is mended, where that is not the card. */
  screen?: "correct";
  /** The quote that it is about, when the document is where it is decided. */
  quote?: OldQuote;
};

export const REPAIR: Reason = { message: because("why_repair"), part: null };

type Looked = {
  card: Card;
  scale: Scale | null;
  isBegun: boolean;
  old: readonly OldQuote[];
  corrections: readonly Correction[];
};

/** Empty for a claim that is signed off and says all that a signed claim must. */
export function whyBlocked(row: ClaimRow, { card, scale, isBegun, old, corrections }: Looked): Reason[] {
  if (row.status === "dropped") return [whyDropped(row)];
  if (row.status === "inbox" && !isBegun) return [NOT_BEGUN];
  const label = ratingInStatement(row.statement, scale);
  const carries = because("why_rating_in_statement", { label: label ?? "" });
  const stated: Reason[] = label === null ? [] : [{ message: carries, part: "statement" }];
  const known = [...unrecorded(row, corrections), ...sentBack(row), ...stated];
  return [...known, ...flawsOf(card, scale), ...old.map(whyOld), ...unsigned(row)];
}

/** What has left the desk is changed on the record only. */
function unrecorded({ releasedIn, releasedHash, contentHash }: ClaimRow, corrections: readonly Correction[]): Reason[] {
  if (releasedIn === null) return [];
  const message = whyNotReleased(corrections, { releasedIn, isChanged: releasedHash !== contentHash });
  if (!message) return [];
  return message.id === "why_waiting"
    ? [{ message, part: "corrections" }]
    : [{ message, part: null, screen: "correct" }];
}

/** A correction that nothing on the card bears out yet. */
export function unused(
  { releasedIn, releasedHash, contentHash }: ClaimRow,
  corrections: readonly Correction[],
): Reason[] {
  if (releasedIn === null || releasedHash !== contentHash || !isOpened(corrections, releasedIn)) return [];
  return [
    { message: { room: "corrections", id: "doubt_unchanged", values: { number: releasedIn } }, part: "corrections" },
  ];
}

const NOT_BEGUN: Reason = { message: because("why_not_begun"), part: "work" };

function whyDropped({ dropReason, duplicateOf }: ClaimRow): Reason {
  if (dropReason === "retracted")
    return { message: { room: "corrections", id: "why_dropped_retracted" }, part: "corrections" };
  if (!dropReason) return { message: because("why_dropped"), part: "work" };
  const other = dropReason === "duplicate" && duplicateOf;
  const message = other
    ? because("why_dropped_duplicate", { reference: other.reference })
    : because("why_dropped_because", { reason: dropReason });
  return { message, part: "work" };
}

function sentBack({ changesRequested }: ClaimRow): Reason[] {
  return changesRequested ? [{ message: because("why_changes_asked"), part: "sign-off" }] : [];
}

/** What its sign-offs lack. */
function unsigned({ signOffs: { current, stale, quorum }, changesRequested, status }: ClaimRow): Reason[] {
  const message =
    current < quorum
      ? stale > 0
        ? because("why_stale")
        : because("why_sign_offs", { current, quorum })
      : because("why_own_sign_off");
  const isLacking = current < quorum || (!changesRequested && !isVerified(status));
  return isLacking ? [{ message, part: "sign-off" }] : [];
}

function whyOld(quote: OldQuote): Reason {
  const { title, from, latest, state } = quote;
  const id = state === "missing" ? "why_quote_missing" : "why_quote_elsewhere";
  return { message: because(id, { title, from, latest }), part: null, quote };
}

function because(id: MessageId<"release">, values?: Values): Saying {
  return { room: "release", id, ...(values && { values }) };
}
