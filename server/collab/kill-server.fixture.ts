import { neverSync } from "#server/collab/never-sync.fixture.ts";
import { addCase, addClaim, signIn, startRoomServer } from "#server/collab/room-server.fixture.ts";
import { stopOnSignal } from "#server/stop-on-signal.ts";

// The room server as a process of its own, so that a test can kill it. With "seed" it first makes three people and a
// claim; it prints what the test needs to come in. FIXTURE_PRAGMA is set after that, and with FIXTURE_UNSYNCED nothing is synced any more.
const [file = "", port = "0", seed] = process.argv.slice(2);
const server = await startRoomServer({ file, port: Number(port), onUntrusted: () => process.exit(70) });
server.rooms.catchUp();
const people = seed === "seed" ? ["Ada", "Bo", "Cy"].map((name) => signIn(server, name)) : [];
const [first] = people;
const claimId = first ? addClaim(server, addCase(server, first), first) : null;
const { FIXTURE_PRAGMA, FIXTURE_UNSYNCED } = process.env;
if (FIXTURE_PRAGMA) server.sqlite.pragma(FIXTURE_PRAGMA);
if (FIXTURE_UNSYNCED) neverSync(server);
stopOnSignal(server.stop);
process.stdout.write(`${JSON.stringify({ url: server.url, people, claimId })}\n`);
