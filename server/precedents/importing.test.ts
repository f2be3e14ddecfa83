import { afterEach, beforeEach, expect, test } from "vitest";
import { eventsAfter } from "#db/queries/audit.ts";
import { putDraft } from "#db/queries/precedents.ts";
import type { Member } from "#server/context.ts";
import type { Check } from "#server/import/check.ts";
import { readFile } from "#server/import/read-file.ts";
import { importInParts } from "#server/precedents/importing.ts";
import { once, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
let ana: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "analyst");
  const bytes = Buffer.from("x");
  putDraft(desk.db, { memberId: ana.id, id: "file", fileName: "checks.json", bytes, mapping: null, at: 0 });
});

afterEach(() => desk.close());

const begun = { id: "file", fileName: "checks.json", format: "claimreview", dropped: 0 };
const partOf = (...claims: string[]) =>
  readFile(Buffer.from(JSON.stringify(claims.map((claimReviewed) => ({ claimReviewed }))))).checks;
const PARTS = [partOf("one", "two"), partOf("three", "four"), partOf("five")];

/** The parts of a file, of which the reading stops after so many. */
async function* cut(after: number): AsyncGenerator<Check[]> {
  yield* PARTS.slice(0, after);
  if (after < PARTS.length) throw new Error("cut off");
}
const take = (after: number) =>
  importInParts({ db: desk.db, now: () => 1 }, ana, {
    begun,
    parts: cut(after),
    decision: { ...once(), of: ["file"] },
  });
const claims = () => desk.services.precedents.list(ana, "").precedents.map(({ claim }) => claim);
const told = () =>
  [...eventsAfter(desk.db, 0)].flatMap(({ type, body }) => (type === "precedents.imported" ? [JSON.parse(body)] : []));

test("[IM13] an import that was cut off goes on after its last part, and is on the record once", async () => {
  await expect(take(2)).rejects.toThrow("cut off");
  expect(claims()).toEqual(["four", "three", "two", "one"]);
  expect(told()).toEqual([]);
  expect(await take(3)).toEqual({ added: 5, updated: 0, known: 0, dropped: 0 });
  expect(claims()).toHaveLength(5);
  expect(told()).toMatchObject([{ importId: "file", added: 5 }]);
});

test("[IM13] what came in of a file that its member turns away from is on the record", async () => {
  await expect(take(1)).rejects.toThrow("cut off");
  desk.services.precedents.discard(ana);
  expect(told()).toMatchObject([{ importId: "file", added: 2 }]);
  await expect(take(3)).rejects.toMatchObject({ kind: "conflict" });
  expect(claims()).toEqual(["two", "one"]);
});
