import type { Device, OwnEdit } from "#app/card/kept-edits.ts";
import { UNSENT } from "#app/unsent/forget-unsent.ts";

/** The card that the edits belong to, and the way to it. */
export type KeptCard = { claimId: string; reference: string; to: string };
type Row = OwnEdit & KeptCard;

const EDITS = "edits";
const KEY = ["claimId", "client", "number"] as const;

/** One database for each member, so that nobody's words stand beside another's. */
function open(memberId: string): Promise<IDBDatabase> {
  const request = indexedDB.open(`${UNSENT}${memberId}`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(EDITS, { keyPath: [...KEY] });
  return done(request);
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const rowsIn = (db: IDBDatabase, range?: IDBKeyRange) =>
  done<Row[]>(db.transaction(EDITS).objectStore(EDITS).getAll(range));

/**
 * The place on this device for one card. `onEnd` runs when nothing can be kept there any more: it is full, or it was
 * emptied, as by signing out in another tab. Nothing is written afterwards.
 */
export async function openDevice(
  memberId: string,
  card: KeptCard,
  onEnd: () => void,
): Promise<Device & { close(): void }> {
  const db = await open(memberId);
  const { claimId } = card;
  const waiting = (await rowsIn(db, IDBKeyRange.bound([claimId], [claimId, []]))).sort(byTime);
  let client: number | null = null;
  let isOpen = true;
  const end = () => {
    if (!isOpen) return;
    isOpen = false;
    db.close();
    onEnd();
  };
  db.onversionchange = end;
  db.onclose = end;
  /** Resolves with whether the device has it. */
  const write = (change: (edits: IDBObjectStore) => void) =>
    new Promise<boolean>((resolve) => {
      const fail = () => {
        end();
        resolve(false);
      };
      if (!isOpen) return resolve(false);
      try {
        const transaction = db.transaction(EDITS, "readwrite", { durability: "relaxed" });
        transaction.onabort = fail;
        transaction.oncomplete = () => resolve(true);
        change(transaction.objectStore(EDITS));
        // Without it the tab has to live until the change has been answered.
        transaction.commit();
      } catch {
        fail();
      }
    });
  return {
    waiting,
    keep: (edit) => {
      client = edit.client;
      void write((edits) => edits.put({ ...edit, ...card }));
    },
    forget: (upTo) => {
      const mine = client;
      if (mine === null) return;
      void write((edits) => edits.delete(IDBKeyRange.bound([claimId, mine, 0], [claimId, mine, upTo])));
    },
    forgetWaiting: () =>
      write((edits) => {
        for (const one of waiting) edits.delete(KEY.map((name) => one[name]));
      }),
    close: () => {
      isOpen = false;
      db.close();
    },
  };
}

const byTime = (one: Row, other: Row) => one.at - other.at || one.number - other.number;

/** What is typed at this moment in another tab is on its way. */
const WAITS_AFTER_MS = 10_000;

/** The cards with edits that wait on this device, and what waits for each. */
export async function cardsWaiting(memberId: string, now: number): Promise<(KeptCard & { edits: Row[] })[]> {
  const db = await open(memberId);
  const rows = await rowsIn(db);
  db.close();
  const old = rows.filter((one) => one.at < now - WAITS_AFTER_MS).sort(byTime);
  const cards = new Map(old.map(({ claimId, reference, to }) => [claimId, { claimId, reference, to }]));
  return [...cards.values()].map((card) => ({ ...card, edits: old.filter((one) => one.claimId === card.claimId) }));
}
