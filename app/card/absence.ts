import * as Y from "yjs";
import { type Card, readCard } from "#domain/card.ts";
import { type CardNames, changedFields, diffCards, type FieldDiff } from "#domain/card-diff.ts";
import { emptyCard } from "#domain/empty-card.ts";

/** A time without the server, after which both sides had changed the card: as it was, as each had it, and as it is now. */
export type Absence = { from: number; to: number; before: Card; mine: Card; theirs: Card; now: Card };

/** From here on an absence is long: what others changed meanwhile is told also where nobody touched the same field. */
const LONG_MS = 60_000;

/** Compares what was done here without the server with what others did in that time. */
export class AbsenceWatch {
  #left: { at: number; state: Uint8Array } | null = null;
  #sides: { mine: Card; theirs: Card } | null = null;

  /** The server went out of reach. A second break before the return belongs to the same absence. */
  leave(doc: Y.Doc, at: number): void {
    this.#left ??= { at, state: Y.encodeStateAsUpdate(doc) };
  }

  /** Looks at both sides, right before what the others did is taken into the document. */
  meet(doc: Y.Doc, others: Uint8Array): void {
    if (this.#left) this.#sides = { mine: readCard(doc), theirs: cardFrom(this.#left.state, others) };
  }

  /** The absence is over. Null when only one side changed something, or when it was short and each kept to their own. */
  back(doc: Y.Doc, at: number): Absence | null {
    const [left, sides] = [this.#left, this.#sides];
    [this.#left, this.#sides] = [null, null];
    if (!left || !sides) return null;
    const absence = { from: left.at, to: at, before: cardFrom(left.state), ...sides, now: readCard(doc) };
    const { both, mine, theirs } = changedBy(absence);
    const isTold = both.length > 0 || (at - left.at >= LONG_MS && mine.length > 0 && theirs.length > 0);
    return isTold ? absence : null;
  }
}

function cardFrom(...updates: Uint8Array[]): Card {
  const doc = emptyCard();
  for (const update of updates) Y.applyUpdate(doc, update);
  const card = readCard(doc);
  doc.destroy();
  return card;
}

const noNames: CardNames = { sourceLabel: (id) => id };

/** The names of the fields that each side changed, and those that both changed, each its own way. */
function changedBy({ before, mine, theirs }: Absence): Record<"both" | "mine" | "theirs", string[]> {
  const [here, there] = [mine, theirs].map((card) => changedFields(before, card, noNames).map(({ field }) => field));
  const differ = new Set(changedFields(mine, theirs, noNames).map(({ field }) => field));
  const both = (here ?? []).filter((field) => there?.includes(field) && differ.has(field));
  return {
    both,
    mine: (here ?? []).filter((field) => !there?.includes(field)),
    theirs: (there ?? []).filter((field) => !here?.includes(field)),
  };
}

export type BothChanged = { field: string; label: string; mine: FieldDiff; theirs: FieldDiff; now: FieldDiff | null };

/** What an absence is told by: the fields that both sides changed, then those that only one did, in the card's order. */
export function toldOf(absence: Absence, names: CardNames) {
  const { before, mine, theirs, now } = absence;
  const by = changedBy(absence);
  const [here, there, since] = [mine, theirs, now].map((card) => diffCards(before, card, names));
  const of = (diffs: FieldDiff[] | undefined, field: string) => diffs?.find((one) => one.field === field);
  const both = by.both.flatMap((field): BothChanged[] => {
    const [yours, others] = [of(here, field), of(there, field)];
    return yours && others
      ? [{ field, label: others.label, mine: yours, theirs: others, now: of(since, field) ?? null }]
      : [];
  });
  return {
    both,
    theirs: (there ?? []).filter(({ field }) => by.theirs.includes(field)),
    mine: (here ?? []).filter(({ field }) => by.mine.includes(field)),
  };
}
