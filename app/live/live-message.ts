import type { RosterEntry } from "#server/collab/roster.ts";

/** Where one colleague is, as the server says. */
export type Presence = RosterEntry;

export type LiveMessage = {
  seq: number;
  type: string;
  /** The claim that changed, where it says which. */
  claimId: string | null;
  roster: Presence[] | null;
  /** In a greeting: names the case as the server has it. */
  mark: string | null;
  /** Why the disk refuses writes, null when it takes them; undefined when the message does not say. */
  readOnly: string | null | undefined;
};

/** What the browser says about itself. */
export type Here = { claimId: string | null; field: string | null; screen: string; following?: string | null };

/** Reads one frame of the case's socket; null for what is not a message. Unknown types are kept: they still mean "something changed". */
export function readLiveMessage(frame: unknown): LiveMessage | null {
  const given = parse(frame);
  if (!given || !Number.isSafeInteger(given.seq) || typeof given.type !== "string") return null;
  const roster = Array.isArray(given.roster) ? given.roster.map(readPresence).filter((one) => one !== null) : null;
  const readOnly = given.readOnly === undefined ? undefined : words(given.readOnly);
  const mark = words(given.mark);
  return { seq: given.seq as number, type: given.type, claimId: words(given.claimId), roster, mark, readOnly };
}

function parse(frame: unknown): Record<string, unknown> | null {
  if (typeof frame !== "string") return null;
  try {
    return plain(JSON.parse(frame));
  } catch {
    return null;
  }
}

function readPresence(value: unknown): Presence | null {
  const given = plain(value);
  if (!given || typeof given.memberId !== "string" || typeof given.name !== "string") return null;
  return {
    memberId: given.memberId,
    name: given.name,
    colour: typeof given.colour === "number" ? given.colour : 0,
    claimId: words(given.claimId),
    claimReference: words(given.claimReference),
    field: words(given.field),
    screen: words(given.screen) ?? "",
    following: words(given.following),
    since: typeof given.since === "number" ? given.since : 0,
    idle: given.idle === true,
  };
}

const words = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const plain = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
