import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/client.ts";
import { logPage } from "#db/queries/versions.ts";
import { type Card, readCard } from "#domain/card.ts";
import { amountsOf } from "#domain/card-amounts.ts";
import { notFound } from "#domain/errors.ts";
import { refusal } from "#domain/words/refusal.ts";
import { PastCard } from "#server/past/past-card.ts";

/** So many rows are replayed before sockets are let in again, or as many as there is time for. */
const PIECE = 100;
const PIECE_MS = 10;
/** A log with more rows takes longer to replay than anybody waits for a page. */
const MAX_ROWS = 200_000;
/** Cards that were read, by what they hold: about 40 MB of memory. */
const MAX_KEPT = 20_000_000;
/** Replayed documents that are kept, so that what comes next needs only the rows since. */
const MAX_REPLAYED = 4;

/** Reads cards as they were. What was read is kept, since the past does not change. */
export function createPastCards(db: Db) {
  const kept = new Map<string, { card: Card; size: number }>();
  const replayed = new Map<string, PastCard>();
  const running = new Map<string, Promise<unknown>>();
  let size = 0;

  /** Each card as it was after so many rows of its log. @throws AppError not_found for a place that is not there. */
  function cardsAt(claimId: string, places: readonly number[]): Promise<Map<number, Card>> {
    return inTurn(claimId, async () => {
      const found = new Map<number, Card>();
      for (const place of [...new Set(places)].sort((a, b) => a - b)) {
        const card = kept.get(`${claimId} ${place}`)?.card ?? readCard((await replay(claimId, place)).doc);
        keep(claimId, place, card);
        found.set(place, card);
      }
      return found;
    });
  }

  /** Looks at the replayed document at one place, in one go; it is not to be changed or kept. */
  function look<T>(claimId: string, place: number, at: (past: PastCard) => T): Promise<T> {
    return inTurn(claimId, async () => at(await replay(claimId, place)));
  }

  /** Keeps a card, also one that was read elsewhere; what was not asked for longest goes first. */
  function keep(claimId: string, place: number, card: Card): void {
    const key = `${claimId} ${place}`;
    const entry = kept.get(key) ?? { card, size: sizeOf(card) };
    if (!kept.delete(key)) size += entry.size;
    kept.set(key, entry);
    for (const [oldest, { size: freed }] of kept) {
      if (size <= MAX_KEPT) break;
      kept.delete(oldest);
      size -= freed;
    }
  }

  async function replay(claimId: string, place: number): Promise<PastCard> {
    const before = replayed.get(claimId);
    const past = before && before.place <= place ? before : new PastCard();
    if (place > MAX_ROWS) throw refusal("conflict", "history", "too_long");
    let rows: ReturnType<typeof logPage> = [];
    while (past.place < place) {
      if (rows.length === 0) rows = logPage(db, claimId, past.seq, Math.min(PIECE, place - past.place));
      if (rows.length === 0) throw notFound("version");
      const from = past.place;
      past.apply(rows, PIECE_MS);
      rows = rows.slice(past.place - from);
      await setImmediate();
    }
    hold(claimId, past);
    return past;
  }

  /** Every place of a log is on the way to the later ones, so the furthest document of a card is the useful one. */
  function hold(claimId: string, past: PastCard): void {
    const before = replayed.get(claimId);
    replayed.delete(claimId);
    replayed.set(claimId, past);
    if (before !== past) before?.doc.destroy();
    for (const [oldest, { doc }] of replayed) {
      if (replayed.size <= MAX_REPLAYED) break;
      replayed.delete(oldest);
      doc.destroy();
    }
  }

  /** One replay of a card at a time: whoever asks meanwhile finds what it kept. */
  function inTurn<T>(claimId: string, work: () => Promise<T>): Promise<T> {
    const turn = (running.get(claimId) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => {}).then(() => void (running.get(claimId) === settled && running.delete(claimId)));
    running.set(claimId, settled);
    return turn;
  }

  return { cardsAt, look, keep };
}

export type PastCards = ReturnType<typeof createPastCards>;

function sizeOf(card: Card): number {
  const { figures, quotes, sources, ...written } = amountsOf(card);
  const characters = Object.values(written).reduce((sum, one) => sum + one, 0);
  return characters + 500 + 1_000 * (figures + quotes + sources);
}
