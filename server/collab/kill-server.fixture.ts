import { addCase, addClaim, signIn, startRoomServer } from "#server/collab/room-server.fixture.ts";
import { stopOnSignal } from "#server/stop-on-signal.ts";

// The room server as a process of its own, so that a test can kill it. With "seed" it first makes three people and a
// claim; it prints what the test needs to come in. FIXTURE_PRAGMAS are set after that, apart by semicolons.
const [file = "", port = "0", seed] = process.argv.slice(2);
const server = await startRoomServer({ file, port: Number(port), onUntrusted: () => process.exit(70) });
server.rooms.catchUp();
const people = seed === "seed" ? ["Ada", "Bo", "Cy"].map((name) => signIn(server, name)) : [];
const [first] = people;
const claimId = first ? addClaim(server, addCase(server, first), first) : null;
for (const pragma of process.env.FIXTURE_PRAGMAS?.split(";").filter(Boolean) ?? []) server.sqlite.pragma(pragma);
stopOnSignal(server.stop);
process.stdout.write(`${JSON.stringify({ url: server.url, people, claimId })}\n`);
