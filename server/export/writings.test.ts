import { expect, test } from "vitest";
import { released, SAMPLE_CLAIM_SET, sampleCard, sampleClaim } from "#server/export/claim-set.fixture.ts";
import { EXPORT_FORMATS, exportRelease, passesOf } from "#server/export/index.ts";
import { createWritings } from "#server/export/writings.ts";

const claims = Array.from({ length: 20 }, (_, at) => sampleClaim(`C-14-${at + 1}`, sampleCard({ statement: `${at}` })));
const set = released({ ...SAMPLE_CLAIM_SET, claims });

test.each(EXPORT_FORMATS.map(({ id }) => id))("[FM8] %s says how many claims are written, up to all of them", (id) => {
  const writings = createWritings();
  const { pieces } = writings.follow("file", set, passesOf(id), (counted) => exportRelease(counted, id));
  expect(writings.find("file")).toEqual({ claims: 0, of: 20, state: "writing" });
  const steps = Array.from(pieces, () => writings.find("file")?.claims ?? -1);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps.some((claims) => claims > 0 && claims < 20)).toBe(true);
  expect(Math.max(...steps)).toBe(20);
  expect(writings.find("file")).toEqual({ claims: 20, of: 20, state: "written" });
});

test("[FM8] a file whose reader leaves, and one that fails, are broken", () => {
  const writings = createWritings();
  const follow = (name: string, write: Parameters<typeof writings.follow>[3]) =>
    writings.follow(name, set, 1, write).pieces[Symbol.iterator]();
  const left = follow("left", (counted) => exportRelease(counted, "csv"));
  left.next();
  left.return?.();
  expect(writings.find("left")?.state).toBe("broken");
  const failing = follow("failing", () => ({
    ...{ fileName: "", mediaType: "" },
    pieces: Iterator.from([1]).map(() => {
      throw new Error("The disk is gone.");
    }),
  }));
  expect(() => failing.next()).toThrow("The disk is gone.");
  expect(writings.find("failing")?.state).toBe("broken");
});

test("only the latest are remembered", () => {
  const writings = createWritings();
  for (let at = 0; at < 150; at++) writings.follow(`${at}`, set, 1, (counted) => exportRelease(counted, "json"));
  expect([writings.find("0"), writings.find("149")?.state]).toEqual([null, "writing"]);
});
