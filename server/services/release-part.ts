import type { Db } from "#db/client.ts";
import { claimByNumber } from "#db/queries/claims.ts";
import { pageOfRelease, placeInRelease } from "#db/queries/releases.ts";
import type { releases } from "#db/schema/releases.ts";
import type { ReleasedClaim } from "#domain/claim-set.ts";
import { foldText } from "#domain/fold-text.ts";
import { type AskedPart, type PartOfList, partOfList } from "#domain/part-of-list.ts";
import { rationaleText } from "#domain/rationale.ts";
import { PER_TURN } from "#server/in-turns.ts";
import { releasedSet } from "#server/services/released-set.ts";

/** Claims on one page of a release: each has all its sources and its rationale, and twice, for the screen and for its scripts. */
const SIZE = 15;

/** What a reader asks for; with the number of a claim, the page on which it stands. */
export type AskedOfRelease = AskedPart & { claimNumber: number | null };

export type Shown = { claims: ReleasedClaim[]; part: PartOfList };
type Release = typeof releases.$inferSelect;

/** The claims of a release on the page that is asked for. With words, every claim is read, in turns. */
export function* claimsShown(db: Db, release: Release, asked: AskedOfRelease): Generator<undefined, Shown> {
  if (foldText(asked.words).trim() !== "") return yield* claimsWith(db, release, asked);
  const { count } = releasedSet(db, release);
  const place = asked.claimNumber === null ? null : placeOf(db, release, asked.claimNumber);
  const page = place === null ? asked.page : Math.floor(place / SIZE) + 1;
  const part = partOfList({ page, words: "" }, { found: count, size: SIZE });
  return { claims: pageOfRelease(db, release.id, { from: Math.max(0, part.from - 1), before: part.to }), part };
}

function placeOf(db: Db, { id, caseId }: Release, claimNumber: number): number | null {
  const claim = claimByNumber(db, caseId, claimNumber);
  return claim && placeInRelease(db, id, claim.id);
}

function* claimsWith(db: Db, release: Release, { page, words }: AskedPart): Generator<undefined, Shown> {
  const wanted = foldText(words).trim().split(/\s+/);
  const places: number[] = [];
  let place = 0;
  for (const claim of releasedSet(db, release).claims()) {
    const text = foldText(textOf(claim));
    if (wanted.every((word) => text.includes(word))) places.push(place);
    if (++place % PER_TURN === 0) yield;
  }
  const part = partOfList({ page, words: words.trim() }, { found: places.length, size: SIZE });
  const shown = places.slice(Math.max(0, part.from - 1), part.to);
  return { claims: shown.flatMap((from) => pageOfRelease(db, release.id, { from, before: from + 1 })), part };
}

/** What people wrote on a claim, as its page shows it. */
function textOf({ reference, card, signOffs }: ReleasedClaim): string {
  const { statement, verdict, gaps, claimant, speaker, organisation, outlet, saidWhen, saidWhere } = card;
  const sources = card.sources.flatMap((one) => [one.title, one.publisher, one.author, one.quote, one.url]);
  const figures = card.figures.flatMap(({ value, upper, unit }) => [value, upper, unit]);
  const others = [...card.quotes.map(({ exact }) => exact), ...signOffs.map(({ name }) => name)];
  const rationale = rationaleText(card.rationale, () => "");
  return [
    ...[reference, statement, verdict, gaps, claimant, speaker, organisation, outlet, saidWhen, saidWhere, rationale],
    ...[...sources, ...figures, ...others],
  ].join("\n");
}
