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

const quoted = [
  ...idsIn(textOf("{app,server,db,domain}/**/*.test.{ts,tsx}"), /["`]\[([A-Z]{2}\d+)\]/g),
  ...idsIn(textOf("e2e/**/*.ts"), /\[([A-Z]{2}\d+)\]/g),
];

test("every rule has a test, and every rule that a test quotes is written down", () => {
  expect([...new Set(quoted)].sort()).toEqual([...new Set(written)].sort());
});

test("no rule id is given twice", () => {
  expect(written.filter((id, at) => written.indexOf(id) !== at)).toEqual([]);
});
