import { CARD_ROOTS, type RootName } from "#domain/card.ts";
import { type Amounts, isMuchLess } from "#domain/card-amounts.ts";

const ROOTS = Object.keys(CARD_ROOTS) as RootName[];

/** How long the edits of one member count together. */
const TOGETHER_MS = 60_000;
const STEP_MS = 5_000;

/** Where the log stood before somebody took out much of the card, and how much was there. */
export type TakenOut = { memberId: string; seq: number; before: Amounts };

/** What goes into the tables together with a row of the log. */
export type DeletionMarks = { takenOut: TakenOut | null; back: TakenOut[] };

/** A few seconds of one member's work: what the card held when they began, and what is less through them. */
type Step = { at: number; seq: number; before: Amounts; lost: Amounts };

/**
 * Follows how much stands on one card, row by row, so that a deletion of much of it is known before it is written. It
 * counts: words that were exchanged for as many others are no deletion, and neither is what was moved within a minute.
 */
export class Deletions {
  #now = each(() => 0);
  #missing: TakenOut[] = [];
  readonly #steps = new Map<string, Step[]>();

  /** Begins with the card as it is now, or goes on after it was closed; `missing` is what is not back yet. */
  begin(now: Amounts, missing: readonly TakenOut[]): this {
    this.#now = { ...now };
    this.#missing = [...missing];
    return this;
  }

  /** Whether anything that was done here still counts together with what comes next. */
  counts(at: number): boolean {
    return [...this.#steps.values()].some((steps) => at - (steps.at(-1)?.at ?? 0) < TOGETHER_MS);
  }

  /** Judges one row of the log; `seq` is the last row that is on disk. */
  judge({ memberId, at }: { memberId: string | null; at: number }, now: Amounts, seq: number): DeletionMarks | null {
    const before = this.#now;
    if (ROOTS.every((root) => before[root] === now[root])) return null;
    this.#now = { ...now };
    const back = this.#missing.filter((one) => !isMuchLess(one.before, now));
    for (const one of back) this.#forget(one);
    if (back.length > 0) return { takenOut: null, back };
    const takenOut =
      memberId === null ? null : this.#count(memberId, { at, seq, before, lost: differences(before, now) });
    return takenOut && { takenOut, back };
  }

  #count(memberId: string, step: Step): TakenOut | null {
    const steps = this.#stepsOf(memberId, step.at);
    const last = steps.at(-1);
    if (last && step.at - last.at < STEP_MS) last.lost = sums(last.lost, step.lost);
    else steps.push(step);
    if (ROOTS.every((root) => step.lost[root] <= 0)) return null;
    const { seq, before } = steps[0] ?? step;
    const left = steps.reduce((rest, one) => differences(rest, one.lost), before);
    return isMuchLess(before, left) ? this.#keep({ memberId, seq, before }) : null;
  }

  #stepsOf(memberId: string, at: number): Step[] {
    const steps = this.#steps.get(memberId) ?? [];
    if (steps.length === 0) this.#steps.set(memberId, steps);
    while (steps[0] && at - steps[0].at >= TOGETHER_MS) steps.shift();
    return steps;
  }

  #keep(found: TakenOut): TakenOut {
    if (!this.#missing.some((one) => one.seq === found.seq && one.memberId === found.memberId))
      this.#missing.push(found);
    return found;
  }

  /** What is there again does not count any more: the next deletion is one of its own. */
  #forget(back: TakenOut): void {
    this.#missing = this.#missing.filter((one) => one !== back);
    this.#steps.delete(back.memberId);
  }
}

/** What counts together on cards that were closed just now: opening them again begins nothing anew. */
export class ClosedCards {
  readonly #byClaim = new Map<string, Deletions>();

  keep(claimId: string, deletions: Deletions, at: number): void {
    this.#byClaim.set(claimId, deletions);
    for (const [id, one] of this.#byClaim) if (!one.counts(at)) this.#byClaim.delete(id);
  }

  take(claimId: string): Deletions | null {
    const found = this.#byClaim.get(claimId) ?? null;
    this.#byClaim.delete(claimId);
    return found;
  }
}

const differences = (one: Amounts, other: Amounts): Amounts => each((root) => one[root] - other[root]);
const sums = (one: Amounts, other: Amounts): Amounts => each((root) => one[root] + other[root]);

/** Written out, because it is done for every row of every card. */
const each = (count: (root: RootName) => number): Amounts => ({
  statement: count("statement"),
  gaps: count("gaps"),
  verdict: count("verdict"),
  fields: count("fields"),
  rationale: count("rationale"),
  figures: count("figures"),
  quotes: count("quotes"),
  sources: count("sources"),
});
