import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { CLOSE } from "#domain/protocol.ts";
import { createDistance } from "#server/collab/guard-distance.ts";
import { checkContent } from "#server/collab/guard-layout.ts";
import { checkRest, createPlaces, type Struct, type StructsByClient } from "#server/collab/guard-places.ts";
import { badUpdate, Refusal, resync } from "#server/collab/refusal.ts";

const MAX_STRUCTS = 20_000;
/** New client ids in one update: a tab has one, and brings those of its member that were kept while the server was away. */
const MAX_NEW_CLIENTS = 64;
/** Yjs draws client ids from 32 bits. */
const MAX_CLIENT_ID = 2 ** 32;
const MAX_CLOCK = 2 ** 40;
/** Deleted text is one short struct however long it was, so the bytes do not bound how far a clock may move. */
const MAX_ADVANCE = 2 ** 20;
/**
 * Updates of more parts and deleted ranges, and those of several clients, are tried on a copy of the document first. Up
 * to here not even the worst keeps the server busy for longer than the copy of a large card takes.
 */
const TRY_FIRST_PARTS = 500;

export type Writer = {
  memberId: string;
  /** The member to whom a client id of this card belongs, or null while nobody has used it. */
  ownerOf: (clientId: number) => string | null;
};

/**
 * `clients` are the client ids under which the update adds something; `cuts` says how often its deletions end inside of what
 * stands there in one piece, which makes more pieces of it; `parts` is how many parts come in at most, those that are cut in
 * two included, and `tangled` how many come to be tangled at most.
 */
export type Checked = {
  clients: number[];
  addsStructs: boolean;
  cuts: number;
  parts: number;
  tangled: number;
  tryFirst: boolean;
};

/**
 * Judges an update before it touches the live document. Throws a refusal: 4400 for what no client of ours can send,
 * 4409 for another member's client id, 4509 when something before it is missing.
 */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, writer: Writer): Checked {
  const { structs, ds } = decode(update);
  const byClient = group(structs);
  if (newClients(doc, byClient) > MAX_NEW_CLIENTS) throw badUpdate("The update comes from too many clients.");
  for (const [client, list] of byClient) checkClient(doc, client, list, writer);
  const news = newStructs(doc, byClient);
  const { isUnsure, tangled, pieces } = checkPlaces(doc, structs, byClient, news);
  checkDeletes(doc, byClient, ds);
  const clients = [...new Set(news.map((struct) => struct.id.client))];
  const isLarge = news.length + rangesIn(ds) > TRY_FIRST_PARTS;
  const cuts = cutsOf(doc, ds);
  const tryFirst = isLarge || isUnsure || clients.length > 1;
  return { clients, addsStructs: news.length > 0, cuts, parts: news.length + pieces + cuts, tangled, tryFirst };
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

// `decodeUpdate` reads struct by struct and stops at the end of the bytes, whatever number of structs they announce;
// `applyUpdate` reserves room for the announced number first.
function decode(update: Uint8Array): Decoded {
  let decoded: Decoded;
  try {
    decoded = Y.decodeUpdateV2(update, Reader);
  } catch {
    throw badUpdate("The update cannot be read.");
  }
  // Yjs's second format begins like an update in the first that holds nothing, so it would be taken, and lost.
  if (Reader.latest && decoding.hasContent(Reader.latest)) throw badUpdate("There is something after the update.");
  if (decoded.structs.length > MAX_STRUCTS) throw badUpdate("The update has too many parts.");
  for (const ranges of decoded.ds.clients.values()) checkRanges(ranges);
  return decoded;
}

/** Reads as Yjs does; afterwards it shows where the reading stopped. */
class Reader extends Y.UpdateDecoderV1 {
  static latest: decoding.Decoder | null = null;

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    Reader.latest = decoder;
  }
}

/**
 * As Yjs writes them: in order, apart and not empty. Overlapping ranges would make Yjs walk over the same parts again and
 * again, and an empty one makes it throw half-way.
 */
function checkRanges(ranges: readonly { clock: number; len: number }[]): void {
  let end = 0;
  for (const { clock, len } of ranges) {
    if (clock < end) throw badUpdate("The update deletes something twice.");
    if (len === 0) throw badUpdate("The update deletes nothing somewhere.");
    end = clock + len;
  }
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
      throw badUpdate("The update is out of order.");
    else list.push(struct);
    last = struct;
  }
  return byClient;
}

const newClients = (doc: Y.Doc, byClient: StructsByClient) =>
  [...byClient.keys()].filter((client) => Y.getState(doc.store, client) === 0).length;

const firstClock = (list: readonly Struct[]) => list[0]?.id.clock ?? 0;
const endClock = (list: readonly Struct[]) => (list.at(-1)?.id.clock ?? 0) + (list.at(-1)?.length ?? 0);

// A client id that nobody owns although it was used belongs to the server, which wrote the first content.
function checkClient(doc: Y.Doc, client: number, list: readonly Struct[], writer: Writer): void {
  const known = Y.getState(doc.store, client);
  const [from, to] = [firstClock(list), endClock(list)];
  if (client >= MAX_CLIENT_ID || to > MAX_CLOCK) throw badUpdate("A number in the update is too large.");
  if (to <= known) return;
  const owner = writer.ownerOf(client);
  const foreign = owner === null ? known > 0 || client === doc.clientID : owner !== writer.memberId;
  if (foreign) throw new Refusal(CLOSE.foreignClientId, "This client id belongs to somebody else.");
  if (from > known) throw resync("Edits before this one are missing here.");
  if (to - from > MAX_ADVANCE) throw badUpdate("The update spans too much.");
}

function newStructs(doc: Y.Doc, byClient: StructsByClient): Struct[] {
  const news: Struct[] = [];
  for (const [client, list] of byClient) {
    const known = Y.getState(doc.store, client);
    for (const struct of list) if (struct.id.clock + struct.length > known) news.push(struct);
  }
  return news;
}

type Distances = { isUnsure: boolean; tangled: number; pieces: number };

/**
 * Returns whether it takes a trial to know that the neighbours can be true, and how many parts come to be tangled. Neighbours
 * are looked up also for what is there already: Yjs looks them up as well, and throws half-way when they are missing.
 */
function checkPlaces(
  doc: Y.Doc,
  all: readonly Struct[],
  byClient: StructsByClient,
  news: readonly Struct[],
): Distances {
  const places = createPlaces(doc, byClient);
  const distance = createDistance(doc, news.length);
  const isNew = new Set(news);
  const incoming = (id: Y.ID | null, of: Y.Item) => {
    const found = id && places.find(id, of);
    return found && !found.live && found.struct instanceof Y.Item ? found.struct : null;
  };
  for (const struct of all) {
    if (!(struct instanceof Y.Item)) continue;
    const [origin, rightOrigin] = [incoming(struct.origin, struct), incoming(struct.rightOrigin, struct)];
    if (isNew.has(struct)) {
      checkRest(doc, struct);
      places.checkSides(struct);
      const place = places.placeOf(struct);
      checkContent(place, struct.content);
      distance.walk(struct, origin, rightOrigin, place === "gone" ? null : place.key);
    } else if (struct.parent instanceof Y.ID) places.find(struct.parent, struct);
  }
  return { isUnsure: distance.isUnsure(), tangled: distance.tangled(), pieces: distance.pieces() };
}

function checkDeletes(doc: Y.Doc, byClient: StructsByClient, deletes: Decoded["ds"]): void {
  for (const [client, ranges] of deletes.clients) {
    const end = Math.max(Y.getState(doc.store, client), endClock(byClient.get(client) ?? []));
    if (ranges.some((range) => range.clock + range.len > end))
      throw resync("The update deletes something that is missing here.");
  }
}

function cutsOf(doc: Y.Doc, deletes: Decoded["ds"]): number {
  let cuts = 0;
  for (const [client, ranges] of deletes.clients)
    for (const { clock, len } of ranges) for (const at of [clock, clock + len]) if (isInside(doc, client, at)) cuts++;
  return cuts;
}

/** Whether a clock is in the middle of something that is there in one piece. */
function isInside(doc: Y.Doc, client: number, clock: number): boolean {
  if (clock === 0 || clock >= Y.getState(doc.store, client)) return false;
  const structs = doc.store.clients.get(client) ?? [];
  const struct = structs[Y.findIndexSS(structs, clock)];
  return struct !== undefined && !struct.deleted && struct.id.clock < clock;
}

const rangesIn = (deletes: Decoded["ds"]) =>
  [...deletes.clients.values()].reduce((sum, ranges) => sum + ranges.length, 0);

export const hasPending = (doc: Y.Doc) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/**
 * Whether the update holds something that the document lacks. Every copy tidies superfluous formatting by itself, also
 * that of somebody who may only read: `tidying` says whether formatting that it deletes counts.
 */
export function addsSomething(doc: Y.Doc, update: Uint8Array, tidying: "counts" | "is nothing"): boolean {
  const { structs, ds } = decode(update);
  const isNew = (struct: Struct) => struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client);
  if (structs.some(isNew)) return true;
  const deletes = (client: number, { clock, len }: { clock: number; len: number }) =>
    deletedBy(doc, client, clock, clock + len, (struct) => tidying === "counts" || !isFormat(struct));
  return [...ds.clients].some(([client, ranges]) => ranges.some((range) => deletes(client, range)));
}

const isFormat = (struct: Struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat;

/** Whether something that is still there, and counts, lies between two clocks of a client; or something unknown. */
function deletedBy(doc: Y.Doc, client: number, from: number, to: number, counts: (struct: Struct) => boolean): boolean {
  if (to > Y.getState(doc.store, client)) return true;
  const structs = doc.store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= to) return false;
    if (!struct.deleted && counts(struct)) return true;
  }
  return false;
}
