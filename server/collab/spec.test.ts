import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CLOSE } from "#domain/protocol.ts";
import { REFUSALS } from "#server/collab/refusal.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const idsIn = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, id]) => id))].sort();

test("every realtime rule has a test, and every rule that a test quotes is written down", () => {
  const tests = globSync("server/collab/*.test.ts", { cwd: root }).map((file) => readFileSync(root + file, "utf8"));
  const spec = readFileSync(`${root}docs/spec.md`, "utf8");
  expect(idsIn(tests.join("\n"), /"\[(RT\d+)\]/g)).toEqual(idsIn(spec, /^- (RT\d+) /gm));
});

test("the documented close codes are the ones that the server uses", () => {
  const documented = idsIn(readFileSync(`${root}docs/realtime.md`, "utf8"), /^\| (\d{4}) \|/gm);
  expect(documented).toEqual([...Object.values(CLOSE).map(String), "1009"].sort());
});

test("the documented kinds of refusals are the ones that the server tells, as loud as it tells them", () => {
  const rows = readFileSync(`${root}docs/realtime.md`, "utf8").matchAll(/^\| `(\w+)` \| (warn|info) \|/gm);
  expect(Object.fromEntries([...rows].map(([, kind, level]) => [kind, level]))).toEqual(REFUSALS);
});
