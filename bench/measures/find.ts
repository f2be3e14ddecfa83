import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.ts";
import { caseByNumber } from "#db/queries/cases.ts";
import { insertClaim } from "#db/queries/claims.ts";
import { addSource } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { seeded } from "#server/testing/seeded.ts";
import type { Verdict } from "../results.ts";

const ANSWER_MS = 100;
const ROUNDS = 9;

/** What people type: the beginning of a common word, two of them, a rare one, a phrase, a part of a word, signs, nothing. */
const QUERIES = [
  ...["wo", "word1", "word1 word2 word3", "word1999", '"word1 word2"', "ord19", "ord", "港口", "🚢", "zzz"],
  ...["word1 ".repeat(2_000)],
];

/** How long a search takes on a desk with so many claims, and how long indexing them. */
export async function finding(claims: number): Promise<Verdict[]> {
  const desk = testDesk();
  const ana = desk.member("Ana", "admin");
  fill(desk, ana, claims);
  const start = performance.now();
  desk.services.find.catchUp();
  const indexed = (performance.now() - start) / claims;
  const times = QUERIES.map((words) => medianOf(() => desk.services.find.all(ana, words)));
  const alike = medianOf(() => desk.services.alike.claims(ana, 1, "word1 word2 word30 word400 word1999"));
  await desk.close();
  const slowest = Math.max(...times);
  const middle = times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  const each = times.map((time, at) => `${QUERIES[at]?.slice(0, 20)} ${time.toFixed(1)}`).join(", ");
  console.log(`  ms by query: ${each}; indexing ${indexed.toFixed(2)} ms a claim`);
  return [
    verdict(`A search over ${claims.toLocaleString("en")} claims answers within ${ANSWER_MS} ms`, slowest, middle),
    verdict("Claims that read alike are found as fast", alike, alike),
  ];
}

const verdict = (promise: string, slowest: number, middle: number): Verdict => ({
  promise,
  figure: `${middle.toFixed(1)} ms, the slowest query ${slowest.toFixed(1)} ms`,
  held: slowest <= ANSWER_MS,
});

/** In the processor's time, so that what else runs on the machine does not count. */
function medianOf(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

function fill(desk: TestDesk, ana: Member, claims: number): void {
  const choices = { title: "Many claims", scaleId: null, quorum: 1, restricted: false, memberIds: [] };
  const { number } = desk.services.cases.create(ana, { ...choices, ...once() });
  const caseId = caseByNumber(desk.db, number)?.id ?? "";
  const words = wordsOf(seeded(7));
  desk.db.transaction((tx) => {
    for (let claim = 1; claim <= claims; claim++) {
      const id = randomUUID();
      const row = { id, caseId, number: claim, stage: "inbox", createdBy: ana.id, createdAt: 0 } as const;
      insertClaim(tx as unknown as Db, row);
      desk.rooms.seed(tx as unknown as Db, { id, caseId }, (doc) => {
        doc.getText("statement").insert(0, `${words(14)}${claim % 500 === 0 ? " 港口 🚢" : ""}`);
        doc.getText("gaps").insert(0, words(60));
        addSource(doc, "source", { title: words(8), quote: words(30), url: `https://example.org/${claim}` });
      });
    }
  });
}

/** Words as often as in a language: the second half as often as the first, and so on (Zipf). */
const wordsOf = (random: () => number) => (count: number) =>
  Array.from({ length: count }, () => `word${Math.floor(2_000 ** random())}`).join(" ");
