import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.ts";
import { insertImport } from "#db/queries/precedents.ts";
import type { Check } from "#server/import/check.ts";
import { readFile } from "#server/import/read-file.ts";
import { storeAll } from "#server/precedents/store.ts";
import { tellingWords } from "#server/precedents/telling.ts";
import { type TestDesk, testDesk } from "#server/testing/desk.ts";
import { seeded } from "#server/testing/seeded.ts";
import type { Verdict } from "../results.ts";

const BATCH = 5_000;
const LOOKUPS = 200;
const ANSWER_MS = 100;
const [EMPTY] = readFile(Buffer.from('{"claimReviewed":"x"}')).checks;

/** How long it takes to find the precedents of a statement among so many checks, beside looking for its words with LIKE. */
export async function lookingUp(checks: number): Promise<Verdict[]> {
  const desk = testDesk();
  const statements = fill(desk, checks);
  const ana = desk.member("Ana", "viewer");
  const found = statements.map((words) => timed(() => desk.services.precedents.alike(ana, { words, claimant: "" })));
  const searched = statements.map((words) =>
    timed(() => desk.services.precedents.list(ana, words.split(" ", 2).join(" "))),
  );
  const liked = statements.slice(0, 20).map((words) => timed(() => plainly(desk, words)));
  const hits = found.filter(({ value }) => value.length > 0).length / LOOKUPS;
  await desk.close();
  const [p95, plain] = [at(found, 0.95), at(liked, 0.5)];
  console.log(
    `  found for ${Math.round(100 * hits)} % of the statements; a search takes ${at(searched, 0.95).toFixed(1)} ms (p95)`,
  );
  return [
    {
      promise: `The precedents of a statement are found among ${checks.toLocaleString("en")} within ${ANSWER_MS} ms, for 95 of 100`,
      figure: `${at(found, 0.5).toFixed(1)} ms, 95 of 100 within ${p95.toFixed(1)} ms; LIKE takes ${plain.toFixed(0)} ms`,
      held: p95 <= ANSWER_MS,
    },
  ];
}

type Timed<T> = { ms: number; value: T };

/** In the processor's time, so that what else runs on the machine does not count. */
function timed<T>(run: () => T): Timed<T> {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1_000, value };
}

const at = (times: readonly Timed<unknown>[], part: number): number =>
  times.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(part * (times.length - 1))] ?? Number.NaN;

/** Every precedent that holds one of the words, best first, as one would ask without an index. */
function plainly({ sqlite }: TestDesk, statement: string): unknown[] {
  const words = tellingWords(statement).map(({ shown }) => `%${shown}%`);
  const each = words.map(() => "(claim like ? or title like ?)");
  const sum = each.join(" + ");
  const query = `select id, ${sum} as hits from precedents where ${each.join(" or ")} order by hits desc limit 3`;
  const given = words.flatMap((word) => [word, word]);
  return sqlite.prepare(query).all(...given, ...given);
}

/** Fills the library; gives statements that say nearly what some of its checks say. */
function fill(desk: TestDesk, count: number): string[] {
  const random = seeded(11);
  const words = (count: number) => Array.from({ length: count }, () => word(random));
  const admin = desk.member("Bo", "admin");
  const row = { id: "bench", fileName: "bench", format: "claimreview", by: admin.id, at: 0 };
  const statements: string[] = [];
  desk.db.transaction((tx) => {
    insertImport(tx as unknown as Db, { ...row, added: 0, updated: 0, known: 0, dropped: 0 });
    for (let batch = 0; batch < count / BATCH; batch++) {
      const checks = Array.from({ length: BATCH }, (_, at) => {
        const claim = words(14);
        if (at % (count / LOOKUPS) === 0) statements.push([...claim.slice(0, 10), ...words(4)].join(" "));
        const url = `https://a.example/${randomUUID()}`;
        return { ...(EMPTY as Check), claim: claim.join(" "), title: words(10).join(" "), url };
      });
      storeAll(tx as unknown as Db, row.id, checks);
    }
  });
  return statements;
}

const SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve wi xo zu cha the qui sto pra".split(" ");

/** Words as often as in a language: few of them everywhere, most of them hardly ever (Zipf). */
function word(random: () => number): string {
  let number = Math.floor(60_000 ** random());
  let text = "";
  do {
    text += SYLLABLES[number % SYLLABLES.length];
    number = Math.floor(number / SYLLABLES.length);
  } while (number > 0);
  return `${text}n`;
}
