import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type * as Y from "yjs";
import { openStorage, type Storage } from "#db/client.ts";
import { insertCase } from "#db/queries/cases.ts";
import { claimById, insertClaim } from "#db/queries/claims.ts";
import { insertMember, insertSession, sessionWithMember } from "#db/queries/people.ts";
import { sha256Hex } from "#domain/content.ts";
import { can, type Role } from "#domain/roles.ts";
import { createLive } from "#server/collab/live.ts";
import { createRooms, type RoomsOptions } from "#server/collab/rooms.ts";
import type { Member } from "#server/context.ts";
import { createLog } from "#server/log.ts";

export const ORIGIN = "http://desk.test";
const IDLE_MS = 8 * 3_600_000;

const cookieOf = (header: string | undefined) => /(?:^|; )session=([^;]+)/.exec(header ?? "")?.[1] ?? null;

/** Sessions and roles as the product keeps them, read from the real tables at the moment of asking. */
function accessFrom({ db }: Storage, now: () => number, outsiders: ReadonlySet<string>) {
  return {
    authenticate(header: string | undefined) {
      const id = cookieOf(header);
      const sessionHash = sha256Hex(id ?? "");
      const found = sessionWithMember(db, sessionHash);
      if (!found || now() - found.session.lastSeenAt > IDLE_MS || found.member.deactivatedAt !== null) return null;
      return { member: found.member, sessionHash };
    },
    access(member: Member, claimId: string) {
      const claim = outsiders.has(member.id) ? null : claimById(db, claimId);
      return claim ? { caseId: claim.caseId, canEdit: can(member, "claim.edit") } : null;
    },
    caseAccess: (member: Member) => !outsiders.has(member.id) && can(member, "case.read"),
  };
}

export type RoomServerOptions = Partial<
  Pick<
    RoomsOptions,
    | "limits"
    | "meter"
    | "beatMs"
    | "flushMs"
    | "restMs"
    | "onMaterialChange"
    | "onUntrusted"
    | "production"
    | "authenticate"
    | "access"
    | "log"
  >
> & {
  file?: string;
  port?: number;
};

/** The room server on a real port and a real database, with people who can sign in. */
export async function startRoomServer({ file = ":memory:", port = 0, ...options }: RoomServerOptions = {}) {
  const storage = openStorage(file);
  const clock = { ahead: 0 };
  /** Members to whom no case is open. */
  const outsiders = new Set<string>();
  const now = () => Date.now() + clock.ahead;
  const log = createLog("silent");
  const live = createLive({ now });
  const rooms = createRooms({
    ...{ storage, now, newId: randomUUID, log, live, production: true, allowedOrigins: [ORIGIN] },
    ...accessFrom(storage, now, outsiders),
    ...options,
    limits: { messagesPerSecond: 10_000, bytesPerSecond: 1e8, ...options.limits },
  });
  const server = createServer();
  rooms.attach(server);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = async () => {
    server.close();
    await rooms.shutdown();
    server.closeAllConnections();
    storage.close();
  };
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { ...storage, storage, rooms, live, server, clock, outsiders, now, url, stop };
}

export type RoomServer = Awaited<ReturnType<typeof startRoomServer>>;

/** Adds a member who is signed in; returns them with the Cookie header of their browser. */
export function signIn({ db, now }: RoomServer, name: string, role: Role = "analyst") {
  const member = { id: randomUUID(), name, email: `${name.toLowerCase()}@desk.test`, role, colour: 3 };
  const secret = randomUUID();
  const idHash = sha256Hex(secret);
  insertMember(db, { ...member, createdAt: now(), passwordHash: null });
  insertSession(db, { idHash, memberId: member.id, createdAt: now(), lastSeenAt: now(), userAgent: "" });
  return { ...member, cookie: `session=${secret}`, idHash };
}

export type Person = ReturnType<typeof signIn>;

let numbers = 0;

export function addCase({ db, now }: RoomServer, by: Person): string {
  const id = randomUUID();
  insertCase(db, { id, number: ++numbers, title: "A case", createdBy: by.id, createdAt: now() });
  return id;
}

/** Adds a claim with its first content, in one transaction, as the product does. */
export function addClaim(
  server: RoomServer,
  caseId: string,
  by: Person,
  write: (doc: Y.Doc) => void = () => {},
): string {
  const id = randomUUID();
  server.db.transaction((tx) => {
    insertClaim(tx, { id, caseId, number: ++numbers, stage: "inbox", createdBy: by.id, createdAt: server.now() });
    server.rooms.seed(tx, { id, caseId }, write);
  });
  return id;
}
