import * as Y from "yjs";
import { seeded } from "#server/testing/seeded.ts";

/** What one writer will send, made before the clock starts. */
export type Edits = {
  client: number;
  updates: Uint8Array[];
  /** The writer's Yjs clock after each edit. */
  ends: number[];
};

const PASTE = "Zwei Quellen nennen verschiedene Zahlen; keine der beiden Seiten ließ zählen. "
  .repeat(13)
  .slice(0, 1_000);
const LETTERS = "the report says that about 120 people left the town on Monday ";

/** Edits of the shape that typing makes: single characters, every 20th a field, every 200th a paste of 1 KB. */
export function makeEdits(client: number, count: number, { plain = false } = {}): Edits {
  const doc = new Y.Doc();
  doc.clientID = client;
  const [text, fields] = [doc.getText("gaps"), doc.getMap("fields")];
  const edits: Edits = { client, updates: [], ends: [] };
  doc.on("update", (update) => {
    edits.updates.push(update);
    edits.ends.push(Y.getState(doc.store, client));
  });
  for (let step = 1; step <= count; step++) {
    if (!plain && step % 200 === 0) text.insert(text.length, PASTE);
    else if (!plain && step % 20 === 0) fields.set("saidWhere", `${LETTERS.slice(step % 30, 40)}${step}`);
    else text.insert(text.length, LETTERS[step % LETTERS.length] ?? " ");
  }
  doc.destroy();
  return edits;
}

type History = { portions: Uint8Array[]; whole: Uint8Array };

/** Edits that are sent in one update: a document that came about by many looks the same in the end, and is there sooner. */
const PER_PORTION = 50;
const made = new Map<string, History>();

/** A text of about so many bytes, typed in words at many places: how it came about, in portions, and the whole. */
export function makeHistory(bytes: number, seed: number): History {
  const known = made.get(`${bytes} ${seed}`);
  if (known) return known;
  const history = typeHistory(bytes, seed);
  made.set(`${bytes} ${seed}`, history);
  return history;
}

function typeHistory(bytes: number, seed: number): History {
  const random = seeded(seed);
  const doc = new Y.Doc();
  doc.clientID = 2_000_000 + seed;
  const updates: Uint8Array[] = [];
  doc.on("update", (update) => updates.push(update));
  const text = doc.getText("gaps");
  for (let size = 0; size < bytes; ) {
    const start = Math.floor(random() * (text.length + 1));
    for (let at = 0; at < 5; at++) text.insert(start + at, LETTERS[Math.floor(random() * LETTERS.length)] ?? " ");
    size = updates.length % 250 === 0 ? Y.encodeStateAsUpdate(doc).length : size;
  }
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  const portions: Uint8Array[] = [];
  for (let at = 0; at < updates.length; at += PER_PORTION)
    portions.push(Y.mergeUpdates(updates.slice(at, at + PER_PORTION)));
  return { portions, whole };
}
