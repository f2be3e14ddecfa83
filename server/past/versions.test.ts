import { expect, test } from "vitest";
import { type LogEntry, versionsIn } from "#server/past/versions.ts";

const MINUTE = 60_000;
const none = new Set<number>();

/** Rows of a log, each as its author and its minute. */
const log = (...rows: [string | null, number][]): LogEntry[] =>
  rows.map(([memberId, minute]) => ({ memberId, at: minute * MINUTE }));
const told = (rows: LogEntry[], ends: ReadonlySet<number> = none) =>
  versionsIn(rows, ends).map(({ memberIds, first, place }) => [memberIds.join("+"), first, place]);

test("[HI1] edits of one member without a pause of five minutes are one version", () => {
  const rows = log([null, 0], ["ana", 1], ["ana", 5], ["ana", 9], ["ana", 14], ["bo", 15]);
  expect(told(rows)).toEqual([
    ["", 1, 1],
    ["ana", 2, 4],
    ["ana", 5, 5],
    ["bo", 6, 6],
  ]);
  expect(versionsIn(rows, none)[1]).toMatchObject({ from: MINUTE, to: 9 * MINUTE, edits: 3 });
});

test("[HI1] who write at the same time share a version that names them all", () => {
  const rows = log([null, 0], ["ana", 1], ["bo", 2], ["ana", 3], ["bo", 6], ["chen", 7]);
  expect(told(rows)).toEqual([
    ["", 1, 1],
    ["ana+bo", 2, 5],
    ["chen", 6, 6],
  ]);
});

test("[HI1] what the server mends belongs to what stands before it", () => {
  expect(told(log([null, 0], ["ana", 1], [null, 1], ["bo", 2], [null, 30]))).toEqual([
    ["", 1, 1],
    ["ana", 2, 3],
    ["bo", 4, 5],
  ]);
});

test("[HI2] a version ends where somebody named or signed it, also in the middle of a sitting", () => {
  const rows = log([null, 0], ["ana", 1], ["ana", 2], ["ana", 3]);
  expect(told(rows, new Set([3]))).toEqual([
    ["", 1, 1],
    ["ana", 2, 3],
    ["ana", 4, 4],
  ]);
  expect(told(rows, new Set([1, 4, 9]))).toEqual([
    ["", 1, 1],
    ["ana", 2, 4],
  ]);
});

test("[HI1] every row belongs to one version, whoever wrote when", () => {
  const rows = Array.from({ length: 500 }, (_, at): [string | null, number] => [
    at % 7 === 0 ? null : `m${(at * at) % 5}`,
    at * ((at % 11) + 1),
  ]);
  rows.sort((a, b) => a[1] - b[1]);
  const versions = versionsIn(log(...rows), new Set([40, 41, 333]));
  expect(versions[0]?.first).toBe(1);
  for (const [at, one] of versions.entries()) expect(one.first).toBe((versions[at - 1]?.place ?? 0) + 1);
  expect(versions.at(-1)?.place).toBe(500);
});
