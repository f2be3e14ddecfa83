import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CLOSE } from "#domain/protocol.ts";

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
