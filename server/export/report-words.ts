import type { Source, Stance } from "#domain/card.ts";
import { type ReleasedClaim, type ReleasedSet, type ReleaseHead, scalesOf } from "#domain/claim-set.ts";
import type { CorrectionKind, ReleasedCorrection } from "#domain/corrections.ts";
import { mediaLines } from "#domain/media-words.ts";
import type { Scale } from "#domain/scales.ts";
import { english } from "#domain/words/english.ts";
import type { ClaimFacts } from "#server/export/claim-facts.ts";
import { oneLine, utcTime } from "#server/export/safe-text.ts";

export const STANCE_WORDS: Record<Stance, string> = { supports: "Supports", refutes: "Refutes", context: "Context" };

/** The word beside the mark: the scale's label, or "No rating" where the verdict stands in a sentence only. */
export function ratingWord({ rating }: ClaimFacts): string {
  return oneLine(rating?.label ?? "") || "No rating";
}

/** "Paraphrased; speaker: …; organisation: …; carried by …", with the parts that are known. */
export function attributionWords({ card }: ReleasedClaim): string {
  const parts = [
    card.mode ? capital(card.mode) : "",
    card.speaker && card.speaker !== card.claimant ? `speaker: ${card.speaker}` : "",
    card.organisation && card.organisation !== card.claimant ? `organisation: ${card.organisation}` : "",
    card.outlet && card.outlet !== card.claimant ? `carried by ${card.outlet}` : "",
  ];
  return oneLine(parts.filter(Boolean).join("; "));
}

export function saidWords({ card }: ReleasedClaim): string {
  return oneLine([card.saidWhen, card.saidWhere].filter(Boolean).join(", "));
}

/** The media that a claim is about, line by line; empty where it is about none. */
export function mediaWords({ card }: ReleasedClaim): string[] {
  const list = (words: readonly string[]) => words.join(", ");
  return card.media ? mediaLines(english("media"), list, card.media).map(oneLine) : [];
}

/** "Reuters, J. Doe, 8 Mar 2026, p. 3; primary source", with the parts that are known. */
export function sourceWords(source: Source): string {
  const known = [source.publisher, source.author, source.date, source.locator].filter(Boolean).join(", ");
  return oneLine([known, source.rank ? `${source.rank} source` : ""].filter(Boolean).join("; "));
}

export function protectedWords(count: number): string {
  if (count === 0) return "";
  return count === 1
    ? "One more source is protected and is not listed."
    : `${count} more sources are protected and are not listed.`;
}

/** In the place of a content hash: with it, a guess at the protected source could be confirmed. */
export const WITHHELD = "withheld, because it covers a protected source";

/** Since which release the claim stands, and whether it was changed after an earlier one. */
export function historyWords(claim: ReleasedClaim, { release }: ReleaseHead): string {
  const first = claim.firstReleasedIn === release.number ? "" : `First released in v${claim.firstReleasedIn}.`;
  const changed = claim.changedSince === null ? "" : `Changed since v${claim.changedSince}.`;
  return [first, changed].filter(Boolean).join(" ");
}

const KIND_WORDS: Record<CorrectionKind, string> = {
  correction: "Correction",
  update: "Update",
  retraction: "Retraction",
};

/** What a correction is called before its words: "Correction after v1, 13 March 2026, 16:20 UTC, by Ana". */
export function correctionTitle({ kind, releasedBefore, at, by }: ReleasedCorrection): string {
  return oneLine(`${KIND_WORDS[kind]} after v${releasedBefore}, ${utcTime(at)}, by ${by}`);
}

/** In one line: what it is, what was said, and why. */
export function correctionLine(correction: ReleasedCorrection): string {
  return `${correctionTitle(correction)}: ${oneLine(correction.what)} Why: ${oneLine(correction.why)}`;
}

export const WITHDRAWN = "These claims were in earlier releases and are withdrawn.";

type Held = Pick<ReleasedSet, "head" | "count">;

/** "3 verified claims" or, of a release without claims, "No claims, only 1 retraction". */
export function claimCount({ head: { retractions = [] }, count }: Held): string {
  if (count > 0) return count === 1 ? "1 verified claim" : `${count} verified claims`;
  return `No claims, only ${retractions.length === 1 ? "1 retraction" : `${retractions.length} retractions`}`;
}

/** Who had to sign; empty where nothing was signed, because the release holds no claims. */
export function quorumWords({ head: { quorum }, count }: Held): string {
  if (count === 0) return "";
  const people = quorum === 1 ? "one person" : `${quorum} people`;
  return `Each claim was signed off by at least ${people} on exactly the wording printed here; the last person to change it cannot complete its sign-off.`;
}

/** The scales by which to read what a release holds; null where it holds nothing that is rated. */
export const scalesShown = ({ head, count }: Held): Scale[] | null => (count > 0 ? scalesOf(head) : null);

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Where the desk says how it checks and how it corrects: the words and the address of each page that it names. */
export const methodPageWords = ({ desk }: ReleaseHead): { words: string; address: string }[] =>
  [
    { words: "How we check", address: desk.methodUrl ?? "" },
    { words: "How we correct", address: desk.correctionsUrl ?? "" },
  ].filter(({ address }) => address);
