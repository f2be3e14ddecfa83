import { existsSync, mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { updateRole } from "#db/queries/people.ts";
import { CLOSE } from "#domain/protocol.ts";
import type { Role } from "#domain/roles.ts";
import {
  addCase,
  addClaim,
  type Person,
  type RoomServer,
  signIn,
  startRoomServer,
} from "#server/collab/room-server.fixture.ts";

const limits = { messagesPerSecond: 1e9, bytesPerSecond: 1e12, socketsPerMember: 1_000 };
/** Memory where the system offers it as a folder: a sync costs nothing there, and a killed process loses nothing. */
const FOLDER = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A desk with four analysts whose server can be killed, and started again on the same file. */
export class World {
  server: RoomServer;
  readonly people: Person[];
  readonly #folder: string;
  readonly #caseId: string;
  readonly #roles = new Map<Person, Role>();
  #isDown = false;

  private constructor(folder: string, server: RoomServer) {
    this.#folder = folder;
    this.server = server;
    this.people = ["Ada", "Bo", "Cy", "Dee"].map((name) => signIn(server, name));
    this.#caseId = addCase(server, this.people[0] as Person);
  }

  static async start(): Promise<World> {
    const folder = mkdtempSync(join(FOLDER, "assay-world-"));
    return new World(folder, await startRoomServer({ file: join(folder, "assay.sqlite"), limits }));
  }

  /** What browsers connect to; null while the server is down. */
  get front(): Server | null {
    return this.#isDown ? null : this.server.server;
  }

  addClaim(): string {
    return addClaim(this.server, this.#caseId, this.people[0] as Person, (doc) => {
      doc.getText("statement").insert(0, "About 120 people left.");
    });
  }

  /** Changes a role as the product does: the tables first, then the member's sockets close and come back. */
  setRole(person: Person, role: Role, tell = true): void {
    if ((this.#roles.get(person) ?? "analyst") === role) return;
    this.#roles.set(person, role);
    updateRole(this.server.db, person.id, role);
    if (tell) this.server.rooms.closeWhere((one) => one.memberId === person.id, CLOSE.resync, "Your role was changed");
    else this.server.clock.ahead += 1_000;
  }

  /** From this moment nothing reaches the file or a browser; whoever calls has cut all connections. */
  async kill(): Promise<void> {
    this.#isDown = true;
    this.server.sqlite.pragma("query_only = ON");
    await this.server.stop();
  }

  async restart(): Promise<void> {
    const { ahead } = this.server.clock;
    this.server = await startRoomServer({ file: join(this.#folder, "assay.sqlite"), limits });
    this.server.clock.ahead = ahead;
    this.server.rooms.catchUp();
    this.#isDown = false;
  }

  async end(): Promise<void> {
    await this.server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
