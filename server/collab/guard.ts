import * as Y from "yjs";
import { CLOSE } from "#domain/protocol.ts";
import { checkContent } from "#server/collab/guard-layout.ts";
import { createPlaces, type Struct, type StructsByClient } from "#server/collab/guard-places.ts";
import { badMessage, Refusal, resync } from "#server/collab/refusal.ts";

const MAX_STRUCTS = 20_000;
/** Yjs draws client ids from 32 bits. */
const MAX_CLIENT_ID = 2 ** 32;
const MAX_CLOCK = 2 ** 40;
/** Deleted text is one short struct however long it was, so the bytes do not bound how far a clock may move. */
const MAX_ADVANCE = 2 ** 20;
/** Larger updates, and updates of several clients, are tried on a copy of the document first. */
const TRY_FIRST = 8 * 1024;

export type Writer = {
  memberId: string;
  /** The member to whom a client id of this card belongs, or null while nobody has used it. */
  ownerOf: (clientId: number) => string | null;
};

/** `clients` are the client ids under which the update adds something. */
export type Checked = { clients: number[]; addsStructs: boolean; tryFirst: boolean };

/**
 * Judges an update before it touches the live document. Throws a refusal: 4400 for what no client of ours can send,
 * 4409 for another member's client id, 4509 when something before it is missing.
 */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, writer: Writer): Checked {
  const { structs, ds } = decode(update);
  const byClient = group(structs);
  for (const [client, list] of byClient) checkClient(doc, client, list, writer);
  const news = newStructs(doc, byClient);
  checkPlaces(doc, byClient, news);
  checkDeletes(doc, byClient, ds);
  const clients = [...new Set(news.map((struct) => struct.id.client))];
  return { clients, addsStructs: news.length > 0, tryFirst: update.length > TRY_FIRST || clients.length > 1 };
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

// `decodeUpdate` reads struct by struct and stops at the end of the bytes, whatever number of structs they announce;
// `applyUpdate` reserves room for the announced number first.
function decode(update: Uint8Array): Decoded {
  let decoded: Decoded;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    throw badMessage("The update cannot be read.");
  }
  if (decoded.structs.length > MAX_STRUCTS) throw badMessage("The update has too many parts.");
  return decoded;
}

function group(structs: readonly Struct[]): StructsByClient {
  const byClient = new Map<number, Struct[]>();
  let last: Struct | null = null;
  for (const struct of structs) {
    if (struct instanceof Y.Skip) throw resync("The update leaves something out.");
    const { client, clock } = struct.id;
    const list = byClient.get(client);
    if (!list) byClient.set(client, [struct]);
    else if (last?.id.client !== client || clock !== last.id.clock + last.length)
      throw badMessage("The update is out of order.");
    else list.push(struct);
    last = struct;
  }
  return byClient;
}

const firstClock = (list: readonly Struct[]) => list[0]?.id.clock ?? 0;
const endClock = (list: readonly Struct[]) => (list.at(-1)?.id.clock ?? 0) + (list.at(-1)?.length ?? 0);

// A client id that nobody owns although it was used belongs to the server, which wrote the first content.
function checkClient(doc: Y.Doc, client: number, list: readonly Struct[], writer: Writer): void {
  const known = Y.getState(doc.store, client);
  const [from, to] = [firstClock(list), endClock(list)];
  if (client >= MAX_CLIENT_ID || to > MAX_CLOCK) throw badMessage("A number in the update is too large.");
  if (to <= known) return;
  const owner = writer.ownerOf(client);
  const foreign = owner === null ? known > 0 || client === doc.clientID : owner !== writer.memberId;
  if (foreign) throw new Refusal(CLOSE.foreignClientId, "This client id belongs to somebody else.");
  if (from > known) throw resync("Edits before this one are missing here.");
  if (to - from > MAX_ADVANCE) throw badMessage("The update spans too much.");
}

const newStructs = (doc: Y.Doc, byClient: StructsByClient): Struct[] =>
  [...byClient].flatMap(([client, list]) => {
    const known = Y.getState(doc.store, client);
    return list.filter((struct) => struct.id.clock + struct.length > known);
  });

function checkPlaces(doc: Y.Doc, byClient: StructsByClient, news: readonly Struct[]): void {
  const places = createPlaces(doc, byClient);
  for (const struct of news) {
    if (!(struct instanceof Y.Item)) continue;
    if (struct.origin) places.find(struct.origin, struct);
    if (struct.rightOrigin) places.find(struct.rightOrigin, struct);
    checkContent(places.placeOf(struct), struct.content);
  }
}

function checkDeletes(doc: Y.Doc, byClient: StructsByClient, deletes: Decoded["ds"]): void {
  for (const [client, ranges] of deletes.clients) {
    const end = Math.max(Y.getState(doc.store, client), endClock(byClient.get(client) ?? []));
    if (ranges.some((range) => range.clock + range.len > end))
      throw resync("The update deletes something that is missing here.");
  }
}

/** Applies the update to a copy and throws a refusal when Yjs cannot take all of it. */
export function tryOnCopy(doc: Y.Doc, update: Uint8Array): void {
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(copy, update);
    if (hasPending(copy)) throw resync("Something that this edit builds on is missing here.");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw badMessage("The update cannot be applied.");
  } finally {
    copy.destroy();
  }
}

export const hasPending = (doc: Y.Doc) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/**
 * Whether the update holds something that the document lacks. Deleted formatting does not count: every copy tidies
 * superfluous formatting by itself, also that of somebody who may only read.
 */
export function addsSomething(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = decode(update);
  const isNew = (struct: Struct) => struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client);
  if (structs.some(isNew)) return true;
  return [...ds.clients].some(([client, ranges]) => ranges.some((range) => deletesSomething(doc, client, range)));
}

function deletesSomething(doc: Y.Doc, client: number, { clock, len }: { clock: number; len: number }): boolean {
  const end = clock + len;
  if (end > Y.getState(doc.store, client)) return true;
  const structs = doc.store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= end) return false;
    const isFormat = struct instanceof Y.Item && struct.content instanceof Y.ContentFormat;
    if (!struct.deleted && !isFormat) return true;
  }
  return false;
}
