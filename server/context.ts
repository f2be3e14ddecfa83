import type { Db } from "#db/client.ts";
import type { Role } from "#domain/roles.ts";
import type { Live } from "#server/collab/live.ts";
import type { Rooms } from "#server/collab/rooms.ts";
import type { Signer } from "#server/proof/signer.ts";

/** What every service is handed once, at start. */
export type Context = {
  db: Db;
  /** Milliseconds since 1970, UTC. */
  now: () => number;
  newId: () => string;
  rooms: Rooms;
  live: Live;
  /** The address under which people reach this installation, without a trailing slash. */
  origin: string;
  /** Signs what leaves: checkpoints of the record, and releases. */
  signer: Signer;
};

/** The signed-in member in whose name something is done, as the session says at this moment. */
export type Member = { id: string; name: string; email: string; role: Role; colour: number };
