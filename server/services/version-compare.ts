import type { ClaimRecord } from "#db/queries/claims.ts";
import type { Card } from "#domain/card.ts";
import { diffCards } from "#domain/card-diff.ts";
import { byPart, type PartDiff } from "#domain/card-parts.ts";
import { notFound } from "#domain/errors.ts";
import { diffSides, type Look } from "#domain/side-diff.ts";
import { NOW, type VersionId } from "#domain/version-id.ts";
import type { Language } from "#domain/words/languages.ts";
import type { Context, Member } from "#server/context.ts";
import type { PastCards } from "#server/past/past-cards.ts";
import { type CaseRecord, numberedClaim } from "#server/services/access.ts";
import { type Person, pick } from "#server/services/people-view.ts";
import { type HistorySaying, whyNotRestore } from "#server/services/version-restore.ts";
import {
  type NameView,
  namesFor,
  nameView,
  type Reader,
  readerOf,
  type SignOffRow,
  signOffRow,
} from "#server/services/version-rows.ts";
import { placeOf, type Standing, standingOf, versionAt } from "#server/services/version-standing.ts";

/** One of two states that are compared. */
export type Side = {
  id: VersionId;
  place: number;
  people: Person[];
  at: number;
  name: NameView | null;
  signOff: SignOffRow | null;
  language: string;
};

/** What differs: covered by a sign-off, and beside that. */
export type Differences = { material: PartDiff[]; beside: PartDiff[]; looks: Look[] };

export type Comparison = {
  from: Side;
  to: Side;
  differences: Differences;
  /** The older state of the two that is not now: what restoring it would change on the card as it is. */
  restorable: { side: Side; changes: Differences; seenHash: string; whyNot: HistorySaying | null } | null;
};

const idAt = ({ now }: Standing, place: number): VersionId => (place === now.place ? NOW : String(place));

type State = { side: Side; card: Card };
type Asked = { from: VersionId | null; to: VersionId; language?: Language };

export function comparing({ db }: Pick<Context, "db">, past: PastCards) {
  return {
    /** What is different from one state of a card to another; without `from`, from the state before. Figures are said in `language`. */
    compare(
      actor: Member,
      caseNumber: number,
      claimNumber: number,
      { from, to, language }: Asked,
    ): Promise<Comparison> {
      const found = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      const standing = standingOf(db, found.claim.id);
      const ids = { from: from ?? stateBefore(standing, to), to };
      return compareStates(readerOf(db, actor, language), found, standing, ids);
    },
  };

  async function compareStates(
    reader: Reader,
    found: { claim: ClaimRecord; parent: CaseRecord },
    standing: Standing,
    ids: { from: VersionId; to: VersionId },
  ): Promise<Comparison> {
    const state = (id: VersionId) => stateOf(past, standing, id, reader);
    const [from, to] = [await state(ids.from), await state(ids.to)];
    const differ = (one: Card, other: Card) => differences(one, other, reader);
    const chosen = [to, from].find(({ side }) => side.id !== NOW);
    return {
      ...{ from: from.side, to: to.side },
      differences: differ(from.card, to.card),
      restorable: chosen
        ? {
            side: chosen.side,
            changes: differ(standing.now.card, chosen.card),
            seenHash: standing.now.contentHash,
            whyNot: whyNotRestore(db, reader.actor, found),
          }
        : null,
    };
  }
}

/** Where the version that ends there begins; for a sign-off, the state that it froze against what came before it. */
function stateBefore(standing: Standing, to: VersionId): VersionId {
  const { place } = placeOf(standing, to);
  const { first } = versionAt(standing, place);
  return idAt(standing, Math.max(1, first - 1));
}

async function stateOf(past: PastCards, standing: Standing, id: VersionId, reader: Reader): Promise<State> {
  const { place, signOff } = placeOf(standing, id);
  const card = signOff?.review.card ?? (await cardAt(past, standing, place));
  const row = standing.log[place - 1];
  return {
    card,
    side: {
      id: signOff ? id : idAt(standing, place),
      place,
      people: signOff ? [] : versionAt(standing, place).memberIds.flatMap((one) => pick(reader.people, one) ?? []),
      at: signOff?.review.at ?? row?.at ?? 0,
      name: nameView(standing, place, reader),
      signOff: signOff ? signOffRow(standing, signOff, reader) : null,
      language: card.language,
    },
  };
}

async function cardAt(past: PastCards, { claimId, now }: Standing, place: number): Promise<Card> {
  past.keep(claimId, now.place, now.card);
  const card = (await past.cardsAt(claimId, [place])).get(place);
  if (!card) throw notFound("version");
  return card;
}

function differences(before: Card, after: Card, reader: Reader): Differences {
  const names = namesFor(before, after, reader);
  const { fields, looks } = diffSides(before, after, names);
  return { material: byPart(diffCards(before, after, names), names), beside: byPart(fields, names), looks };
}
