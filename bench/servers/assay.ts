import { randomUUID } from "node:crypto";
import { insertCase } from "#db/queries/cases.ts";
import { insertClaim } from "#db/queries/claims.ts";
import { claims } from "#db/schema/claims.ts";
import { members } from "#db/schema/people.ts";
import { collabPath, livePath } from "#domain/protocol.ts";
import { readSettings } from "#server/env.ts";
import { createLog } from "#server/log.ts";
import { start } from "#server/start.ts";
import { host } from "../servers/host.ts";

// The product itself, started as it starts for a desk, with the limits of a person's typing lifted unless they are to be
// kept. Arguments: a data folder, how many rooms (claims) it shall have, how many people, and "limited".

const [folder = "", rooms = "1", people = "1", kept] = process.argv.slice(2);
const lifted = {
  ASSAY_LIMIT_MESSAGES: "1000000000",
  ASSAY_LIMIT_BYTES: "1000000000000",
  ASSAY_LIMIT_DOCUMENT: "200000000",
  ASSAY_LIMIT_PARTS: "100000000",
};
const settings = readSettings({
  PORT: process.env.PORT ?? "0",
  ASSAY_DATA: folder,
  LOG_LEVEL: "silent",
  ...(kept === "limited" ? {} : lifted),
});
const { url, services, context, stop } = await start({ settings, log: createLog("silent"), production: true });
const { db, now } = context;

const everybody = db.select({ id: members.id }).from(members).orderBy(members.email).all();
// One transaction, since hundreds of syncs take longer than what is measured.
db.transaction(() => {
  for (let at = everybody.length; at < Number(people); at++)
    everybody.push(
      services.desk.addColleague({
        name: `Person ${at}`,
        email: `p${String(at).padStart(5, "0")}@bench.invalid`,
        role: "analyst",
      }),
    );
});

const [first] = everybody;
const found = db.select({ id: claims.id, caseId: claims.caseId }).from(claims).orderBy(claims.number).all();
if (found.length < Number(rooms) && first) db.transaction((tx) => addRooms(tx, first.id), { behavior: "immediate" });

function addRooms(tx: typeof db, createdBy: string): void {
  const caseId = randomUUID();
  insertCase(tx, { id: caseId, number: 1, title: "Bench", createdBy, createdAt: now() });
  for (let number = 1; number <= Number(rooms); number++) {
    const id = randomUUID();
    insertClaim(tx, { id, caseId, number, stage: "inbox", createdBy, createdAt: now() });
    context.rooms.seed(tx, { id, caseId }, () => {});
    found.push({ id, caseId });
  }
}

const { port } = new URL(url);
const headers = db.transaction(() =>
  everybody.map(({ id }) => ({
    origin: `http://127.0.0.1:${port}`,
    cookie: `assay-${port}=${services.sessions.begin(id, "bench").sessionId}`,
  })),
);
process.once("SIGTERM", async () => {
  await stop();
  process.exit();
});
const live = livePath(found[0]?.caseId ?? "");
host({ port: Number(port), paths: found.map(({ id }) => collabPath(id)), live, headers });
