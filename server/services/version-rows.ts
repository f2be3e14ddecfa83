import type { Db } from "#db/client.ts";
import { allScales } from "#db/queries/cases.ts";
import type { Card } from "#domain/card.ts";
import type { CardNames } from "#domain/card-diff.ts";
import { cardNames } from "#domain/card-names.ts";
import { changedField, changedParts } from "#domain/card-parts.ts";
import { figureSayer } from "#domain/figure-words.ts";
import { mediaSayer } from "#domain/media-words.ts";
import type { ChangedPart } from "#domain/part-words.ts";
import { type SignOffState, signOffState } from "#domain/review.ts";
import { can } from "#domain/roles.ts";
import { ratingOf, type Scale } from "#domain/scales.ts";
import { diffSides } from "#domain/side-diff.ts";
import { NOW, signOffId, type VersionId } from "#domain/version-id.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import type { Language } from "#domain/words/languages.ts";
import type { Member } from "#server/context.ts";
import type { PastCards } from "#server/past/past-cards.ts";
import type { Version } from "#server/past/versions.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import type { SignOffPlace, Standing } from "#server/services/version-standing.ts";

export type NameView = { words: string; by: Person | null; canChange: boolean };

/** One version of a card as the list shows it. */
export type VersionRow = {
  kind: "version";
  id: VersionId;
  /** The state before it; null for the first content. */
  before: VersionId | null;
  place: number;
  /** Nobody: the server wrote it. */
  people: Person[];
  from: number;
  to: number;
  isNow: boolean;
  name: NameView | null;
  /** The parts that it changed. */
  changed: ChangedPart[];
  /** Whether any of them is covered by a sign-off. */
  isMaterial: boolean;
};

export type SignOffRow = {
  kind: "sign_off";
  id: VersionId;
  place: number;
  person: Person | null;
  at: number;
  state: SignOffState;
};

export type HistoryRow = VersionRow | SignOffRow;

/** Who asks, in which language, and what their page calls people and ratings. */
export type Reader = { actor: Member; language: Language; people: Map<string, Person>; scales: readonly Scale[] };

export function readerOf(db: Db, actor: Member, language: Language = "en"): Reader {
  return { actor, language, people: peopleById(db), scales: allScales(db) };
}

/** Some versions with what each changed, newest first, and each sign-off over the version that it signed. */
export async function historyRows(
  past: PastCards,
  standing: Standing,
  versions: readonly Version[],
  reader: Reader,
): Promise<HistoryRow[]> {
  const { claimId, signOffs, now } = standing;
  past.keep(claimId, now.place, now.card);
  const places = versions.flatMap(({ first, place }) => (first > 1 ? [first - 1, place] : [place]));
  const cards = await past.cardsAt(claimId, places);
  const rows = versions.map((version) => versionRow(standing, version, cards, reader));
  const shown = new Set(rows.map(({ place }) => place));
  const signed = signOffs.filter(({ place }) => shown.has(place)).map((one) => signOffRow(standing, one, reader));
  return [...rows, ...signed].sort((a, b) => b.place - a.place || rank(a) - rank(b) || timeOf(b) - timeOf(a));
}

const rank = ({ kind }: HistoryRow) => (kind === "sign_off" ? 0 : 1);
const timeOf = (row: HistoryRow) => (row.kind === "sign_off" ? row.at : row.to);

function versionRow(standing: Standing, version: Version, cards: Map<number, Card>, reader: Reader): VersionRow {
  const { first, place, memberIds, from, to } = version;
  const [before, after] = [cards.get(first - 1), cards.get(place)];
  return {
    kind: "version",
    id: place === standing.now.place ? NOW : String(place),
    before: first > 1 ? String(first - 1) : null,
    people: memberIds.flatMap((id) => pick(reader.people, id) ?? []),
    isNow: place === standing.now.place,
    name: nameView(standing, place, reader),
    ...(before && after ? changesBetween(before, after, reader) : { changed: [], isMaterial: false }),
    ...{ place, from, to },
  };
}

export function nameView({ names }: Standing, place: number, { actor, people }: Reader): NameView | null {
  const found = names.get(place);
  if (!found) return null;
  const canChange = can(actor, "claim.edit") && (found.memberId === actor.id || can(actor, "claim.override"));
  return { words: found.name, by: pick(people, found.memberId), canChange };
}

export function signOffRow({ now }: Standing, { review, place }: SignOffPlace, { people }: Reader): SignOffRow {
  return {
    kind: "sign_off",
    id: signOffId(review.id),
    person: pick(people, review.reviewerId),
    at: review.at,
    state: signOffState(review, now.contentHash),
    place,
  };
}

/** How things are called that cards hold; a rating has the label of its own scale. */
export function namesFor(
  before: Card,
  after: Card,
  { scales, language }: Pick<Reader, "scales" | "language">,
): CardNames {
  const labelOf = (scaleId: string, ratingId: string) =>
    ratingOf(scales.find((one) => one.id === scaleId) ?? null, ratingId)?.label ?? ratingId;
  const speech = { language, catalogue: CATALOGUES[language] };
  const [figureWords, mediaWords] = [figureSayer(speech), mediaSayer(speech)];
  return { ...cardNames(before, after, { scale: null, figureWords, mediaWords }), ratingLabel: labelOf };
}

type Changes = Pick<VersionRow, "changed" | "isMaterial">;

/** By the later card: cards of the past stay the same objects while they are kept. */
const known = new WeakMap<Card, { before: Card; changes: Changes }>();

function changesBetween(before: Card, after: Card, reader: Reader): Changes {
  const found = known.get(after);
  if (found?.before === before) return found.changes;
  const names = namesFor(before, after, reader);
  const material = changedParts(before, after, names);
  const changes = { changed: material, isMaterial: true };
  if (material.length === 0) {
    const { fields, looks } = diffSides(before, after, names);
    const sides = fields.map(({ field }) => changedField(field, names));
    const moved = looks.map((look) => ({ field: `look.${look}`, name: "" }));
    Object.assign(changes, { changed: [...sides, ...moved], isMaterial: false });
  }
  known.set(after, { before, changes });
  return changes;
}
