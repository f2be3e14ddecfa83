import { randomUUID } from "node:crypto";
import { markOf } from "#domain/case-mark.ts";
import { LIMITS } from "#domain/limits.ts";
import type { Peer } from "#server/collab/peer.ts";
import { send } from "#server/collab/peer.ts";
import { foldRoster, type Here, type RosterEntry } from "#server/collab/roster.ts";

/** What happened on a case. The browser then loads what it shows of it again. */
export type LiveEvent =
  /** The decisions on a claim changed, or its words so that one of them stands otherwise. */
  | { type: "claim"; claimId: string }
  /** The words of a card changed, and no more. It comes twice a second while somebody types. */
  | { type: "edit"; claimId: string }
  /** A comment was made or changed, or a thread was resolved or opened again. */
  | { type: "discussion"; claimId: string }
  /** The case itself: settings, claims added, releases. */
  | { type: "case" }
  /** A document or a version of one was added, or a sentence dismissed. */
  | { type: "document" }
  /** A saved view of the case. */
  | { type: "view" }
  /** Whether the disk takes writes: null, or why it does not. Told on every case, and by the channel itself. */
  | { type: "storage"; readOnly: string | null }
  /** Who is on the case, all of them. Written by the channel itself. */
  | { type: "presence"; roster: RosterEntry[] };

export type LiveMessage = { seq: number } & (
  | LiveEvent
  /** `mark`: see `Live.mark`. */
  | { type: "hello"; roster: RosterEntry[]; readOnly: string | null; mark: string }
);

export type Place = Omit<Here, "since">;

export type Live = {
  /** Tells everybody on the case. Call after the commit, never inside the transaction. */
  publish(caseId: string, event: LiveEvent): void;
  /** Names the case as it is: another one after every event that changes what its pages show, and after a start. */
  mark(caseId: string): string;
  /** Tells every case: something of the desk has changed that its pages show too, such as who is a member in which role. */
  renew(): void;
  /** Names this moment. Whoever reads a case from now on misses nothing unless its mark becomes a later one. */
  moment(): string;
  /** Tells everybody on every case that the disk refuses writes, and why, or that it takes them again (null). */
  tellStorage(readOnly: string | null): void;
  /** Adds a live socket and sends it `hello`. */
  join(peer: Peer): void;
  /** Says where a connection is, of either kind of socket. */
  place(peer: Peer, place: Place): void;
  /** Forgets a connection of either kind. */
  leave(peer: Peer): void;
  /** Everybody on the case at this moment. */
  roster(caseId: string): RosterEntry[];
  /** Looks again who went idle or came back. */
  refresh(): void;
};

/** What changes nothing that a page loads. */
const OF_NO_PAGE = new Set<LiveEvent["type"]>(["presence", "storage"]);

/** Changes of the roster within this time are told together. */
const ROSTER_MS = 50;

type Channel = {
  seq: number;
  peers: Set<Peer>;
  heres: Map<Peer, Here>;
  timer: NodeJS.Timeout | null;
  lastTold: string;
};

export type LiveOptions = { now: () => number; socketBuffer?: number };

/** The live channels of all cases: numbered events to everybody who has the case open, and who that is. */
export function createLive(options: LiveOptions): Live {
  const channels = new Map<string, Channel>();
  const buffer = options.socketBuffer ?? LIMITS.socketBuffer;

  const run = randomUUID();
  /** The tick of each case's last change, also of one while nobody listened. */
  const changes = new Map<string, number>();
  let [lastTick, renewed] = [0, 0];
  let readOnly: string | null = null;

  const channelOf = (caseId: string): Channel => {
    const channel = channels.get(caseId) ?? { seq: 0, peers: new Set(), heres: new Map(), timer: null, lastTold: "" };
    channels.set(caseId, channel);
    return channel;
  };

  /** Microseconds of this process, so that it says nothing about what happens on other cases. */
  const tick = (): number => {
    lastTick = Math.max(lastTick + 1, Math.round(performance.now() * 1_000));
    return lastTick;
  };

  const mark = (caseId: string) => markOf(run, Math.max(renewed, changes.get(caseId) ?? 0));
  const moment = () => markOf(run, tick());

  function renew(): void {
    renewed = tick();
    for (const caseId of channels.keys()) publish(caseId, { type: "case" });
  }

  function publish(caseId: string, event: LiveEvent): void {
    if (!OF_NO_PAGE.has(event.type)) changes.set(caseId, tick());
    const channel = channels.get(caseId);
    if (!channel) return;
    channel.seq += 1;
    const text = JSON.stringify({ seq: channel.seq, ...event } satisfies LiveMessage);
    for (const peer of channel.peers) send(peer, text, buffer);
  }

  function tellStorage(reason: string | null): void {
    readOnly = reason;
    for (const caseId of channels.keys()) publish(caseId, { type: "storage", readOnly });
  }

  const roster = (caseId: string) => foldRoster(channels.get(caseId)?.heres ?? new Map(), options.now());

  function tellRoster(caseId: string): void {
    const channel = channels.get(caseId);
    if (!channel || channel.timer) return;
    channel.timer = setTimeout(() => {
      channel.timer = null;
      if (channel.peers.size === 0) return;
      const present = roster(caseId);
      const told = JSON.stringify(present);
      if (told === channel.lastTold) return;
      channel.lastTold = told;
      publish(caseId, { type: "presence", roster: present });
    }, ROSTER_MS).unref();
  }

  function join(peer: Peer): void {
    const channel = channelOf(peer.caseId);
    channel.peers.add(peer);
    place(peer, { claimId: null, claimReference: null, field: null, screen: "", following: null });
    const { caseId } = peer;
    const hello = { seq: channel.seq, type: "hello", roster: roster(caseId), readOnly, mark: mark(caseId) } as const;
    send(peer, JSON.stringify(hello satisfies LiveMessage), buffer);
  }

  function place(peer: Peer, to: Place): void {
    const channel = channelOf(peer.caseId);
    const before = channel.heres.get(peer);
    const stayed = before?.claimId === to.claimId && before.field === to.field && before.screen === to.screen;
    channel.heres.set(peer, { ...to, since: stayed ? before.since : options.now() });
    tellRoster(peer.caseId);
  }

  function leave(peer: Peer): void {
    const channel = channels.get(peer.caseId);
    if (!channel) return;
    channel.peers.delete(peer);
    channel.heres.delete(peer);
    if (channel.heres.size > 0 || channel.peers.size > 0) {
      tellRoster(peer.caseId);
      return;
    }
    if (channel.timer) clearTimeout(channel.timer);
    channels.delete(peer.caseId);
  }

  function refresh(): void {
    for (const caseId of channels.keys()) tellRoster(caseId);
  }

  return { publish, mark, renew, moment, tellStorage, join, place, leave, roster, refresh };
}
