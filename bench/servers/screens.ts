import { collabPath } from "#domain/protocol.ts";
import type { Member } from "#server/context.ts";
import { readSettings } from "#server/env.ts";
import { createLog } from "#server/log.ts";
import { start } from "#server/start.ts";
import { makeLongCase } from "../screens/long-case.ts";
import { publishReport } from "../screens/public-report.ts";
import { host } from "./host.ts";

// The product as it starts for a desk, with one case of ten thousand claims, a report that strangers read, and twelve people.
// Argument: a data folder. The limits of one person's typing are lifted, because here one process types for ten.

const NAMES = [
  "Ana Noori",
  "Bo Lindqvist",
  "Chen Wei",
  "Dalia Haddad",
  "Emil Berg",
  "Fatou Diop",
  "Gil Mor",
  "Hana Ito",
  "Ivo Marić",
  "Jana Nováková",
  "Kofi Mensah",
  "Lena Vogel",
];
const settings = readSettings({
  ...{ PORT: "0", ASSAY_DATA: process.argv[2] ?? "", LOG_LEVEL: "silent" },
  ...{ ASSAY_LIMIT_MESSAGES: "1000000000", ASSAY_LIMIT_BYTES: "1000000000000" },
});
const running = await start({ settings, log: createLog("silent"), production: true });
const { services, url } = running;
const cast = NAMES.map((name, at) => ({
  ...{ name, email: `p${at}@bench.invalid`, role: at < 2 ? ("editor" as const) : ("analyst" as const) },
}));
const people = services.desk.setUpDemo("Bench", cast).map((one) => one.member);
const claims = makeLongCase(running, people);
await publishReport(running, people as [Member, Member]);

const { port } = new URL(url);
const headers = people.map(({ id }) => ({
  origin: `http://127.0.0.1:${port}`,
  cookie: `assay-${port}=${services.sessions.begin(id, "bench").sessionId}`,
}));
host({ port: Number(port), paths: claims.map(collabPath), headers });
