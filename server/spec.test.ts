import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const textOf = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => readFileSync(root + file, "utf8"))
    .join("\n");
const idsIn = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, id]) => id))].sort();
const written = [...textOf("docs/spec.md").matchAll(/^- ([A-Z]{2}\d+) /gm)].map(([, id = ""]) => id);

test("every rule has a test, and every rule that a test quotes is written down", () => {
  const tests = textOf("{app,server,db,domain}/**/*.test.{ts,tsx}");
  expect(idsIn(tests, /["`]\[([A-Z]{2}\d+)\]/g)).toEqual([...new Set(written)].sort());
});

test("no rule id is given twice", () => {
  expect(written.filter((id, at) => written.indexOf(id) !== at)).toEqual([]);
});

test("what browser tests quote is written down too", () => {
  const quoted = idsIn(textOf("e2e/**/*.ts"), /\[([A-Z]{2}\d+)\]/g);
  expect(quoted.filter((id) => !written.includes(id ?? ""))).toEqual([]);
});
