import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  addCase,
  addClaim,
  type RoomServerOptions,
  signIn,
  startRoomServer,
} from "#server/collab/room-server.fixture.ts";

/** A desk with Ada and Bo (analysts), Vic (viewer), and one claim that says "A claim". It ends with the test. */
export async function startDesk(options: RoomServerOptions = {}) {
  const server = await startRoomServer(options);
  const [ada, bo, vic] = [signIn(server, "Ada"), signIn(server, "Bo"), signIn(server, "Vic", "viewer")];
  const caseId = addCase(server, ada);
  const claimId = addClaim(server, caseId, ada, (doc) => doc.getText("statement").insert(0, "A claim"));
  onTestFinished(server.stop);
  return { ...server, ada, bo, vic, caseId, claimId };
}

export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** A path for a database that is gone after the test. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "rooms-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "assay.sqlite");
}
