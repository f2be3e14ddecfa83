import * as decoding from "lib0/decoding";
import { z } from "zod";
import { CARD_ROOTS } from "#domain/card.ts";
import { awarenessFrame } from "#server/collab/frames.ts";
import { type Peer, send } from "#server/collab/peer.ts";
import { createOutbox } from "#server/collab/presence-outbox.ts";
import { badMessage } from "#server/collab/refusal.ts";
import { isUsed, ownerOf, type Room } from "#server/collab/room.ts";

/** Where somebody is may be told ten times a second; the last word always arrives. */
const PAUSE_MS = 100;
const MAX_ENTRIES = 1_000;
/** Of the ids under which somebody wants to be shown, so many of one message are looked up. */
const MAX_CLAIMS = 10;

const id = z.object({ client: z.int().min(0), clock: z.int().min(0) });
/** A place in Yjs's terms. One that names nothing, or a root that no card has, would break the page of whoever draws it. */
const position = z
  .object({
    type: id.nullish(),
    tname: z.enum(Object.keys(CARD_ROOTS)).nullish(),
    item: id.nullish(),
    assoc: z.int().optional(),
  })
  .refine(({ type, tname, item }) => type ?? tname ?? item);
/** What a client may say about itself: only where it is. Who it is, the session says. */
const whereabouts = z.object({
  field: z.string().max(60).nullish().catch(null),
  cursor: z.object({ anchor: position, head: position }).nullish().catch(null),
});
export type Whereabouts = z.infer<typeof whereabouts>;

type Heard = { clientId: number; json: string };

function readEntries(payload: Uint8Array): Heard[] {
  try {
    const decoder = decoding.createDecoder(payload);
    const count = decoding.readVarUint(decoder);
    if (count > MAX_ENTRIES) throw new RangeError("too many entries");
    return Array.from({ length: count }, () => {
      const clientId = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      return { clientId, json: decoding.readVarString(decoder) };
    });
  } catch {
    throw badMessage("The presence message cannot be read.");
  }
}

export type PresenceOptions = {
  now: () => number;
  /** The most bytes of JSON that one state may have. */
  maxState: number;
  socketBuffer: number;
  /** For the roster of the case. */
  onField: (peer: Peer, field: string | null) => void;
};

const lastOfEach = (entries: ReturnType<typeof readEntries>) =>
  new Map(entries.map((one) => [one.clientId, one])).values();

/**
 * Presence on a card. The server writes every entry itself: a peer has one, under the client id it used first, and
 * whatever it sends about others is ignored, because the stock client repeats what it hears.
 */
export function createPresence(options: PresenceOptions) {
  const timers = new Map<Peer, NodeJS.Timeout>();
  const sentAt = new WeakMap<Peer, number>();
  const idOf = new WeakMap<Peer, number>();
  const outbox = createOutbox({ ...options, isOwn: (peer, clientId) => idOf.get(peer) === clientId });

  function hear(room: Room, peer: Peer, payload: Uint8Array): void {
    // The last of what is said about somebody counts; a thousand entries about oneself would take as long as a thousand messages.
    let claims = 0;
    for (const { clientId, json } of lastOfEach(readEntries(payload))) {
      const isOwn = room.shown.get(peer)?.clientId === clientId;
      if (!isOwn && (++claims > MAX_CLAIMS || !claim(room, peer, clientId, json))) continue;
      const said = read(json);
      if (said) tell(room, peer, clientId, said);
      else if (json === "null") hide(room, peer);
    }
  }

  function read(json: string): Whereabouts | null {
    if (Buffer.byteLength(json) > options.maxState) return null;
    try {
      return whereabouts.safeParse(JSON.parse(json)).data ?? null;
    } catch {
      throw badMessage("The presence message cannot be read.");
    }
  }

  /** A client id is free when nobody else has used it here, for editing or for showing themselves. */
  function claim(room: Room, peer: Peer, clientId: number, json: string): boolean {
    if (json === "null" || room.document.isOwn(clientId) || (idOf.get(peer) ?? clientId) !== clientId) return false;
    const owner = ownerOf(room, clientId);
    if (owner !== peer.member.id && (owner !== null || isUsed(room, clientId))) return false;
    for (const [other, shown] of room.shown) if (shown.clientId === clientId) forget(room, other);
    idOf.set(peer, clientId);
    return true;
  }

  function tell(room: Room, peer: Peer, clientId: number, said: Whereabouts): void {
    const { id, name, colour, role } = peer.member;
    const field = said.field ?? null;
    const state = { user: { id, name, colour, role }, cursor: said.cursor ?? null, field };
    const before = room.shown.get(peer);
    room.shown.set(peer, { clientId, clock: before?.clock ?? 0, state });
    // The stock client says the same again every 15 seconds, also when nobody is there.
    if (JSON.stringify(before?.state) !== JSON.stringify(state)) peer.activeAt = options.now();
    if (!before || before.state.field !== field) options.onField(peer, field);
    const wait = PAUSE_MS - (performance.now() - (sentAt.get(peer) ?? Number.NEGATIVE_INFINITY));
    if (wait <= 0) publish(room, peer);
    else if (!timers.has(peer)) timers.set(peer, setTimeout(() => publish(room, peer), wait).unref());
  }

  function publish(room: Room, peer: Peer): void {
    stopTimer(peer);
    const shown = room.shown.get(peer);
    if (!shown) return;
    sentAt.set(peer, performance.now());
    shown.clock = nextClock(room, shown.clientId, peer);
    outbox.tell(room, shown);
  }

  // Peers keep the last clock of everybody who left. Clocks are times, so somebody who comes back is always newer,
  // also after the server has forgotten the room.
  function nextClock(room: Room, clientId: number, { member, canEdit }: Peer): number {
    const before = room.presenceIds.get(clientId);
    const clock = Math.max(options.now(), (before?.clock ?? 0) + 1);
    room.presenceIds.set(clientId, { memberId: member.id, mayEdit: canEdit || (before?.mayEdit ?? false), clock });
    return clock;
  }

  function hide(room: Room, peer: Peer): void {
    const shown = room.shown.get(peer);
    if (!shown) return;
    stopTimer(peer);
    room.shown.delete(peer);
    const clock = nextClock(room, shown.clientId, peer);
    outbox.tell(room, { clientId: shown.clientId, clock, state: null });
  }

  function forget(room: Room, peer: Peer): void {
    stopTimer(peer);
    room.shown.delete(peer);
  }

  function stopTimer(peer: Peer): void {
    clearTimeout(timers.get(peer));
    timers.delete(peer);
  }

  /** Shows a new peer everybody who is here. */
  function welcome(room: Room, peer: Peer): void {
    const present = [...room.shown.values()].filter((one) => one.clock > 0);
    if (present.length > 0) send(peer, awarenessFrame(present), options.socketBuffer);
  }

  return { hear, welcome, leave: hide };
}

export type Presence = ReturnType<typeof createPresence>;
