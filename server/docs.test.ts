import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { getTableName, isTable } from "drizzle-orm";
import { expect, test } from "vitest";
import * as schema from "#db/schema/index.ts";
import { COMMANDS } from "#server/cli/commands.ts";
import { readSettings, settings } from "#server/env.ts";
import { AUDIT_TYPES } from "#server/services/audit.ts";
import { testDesk } from "#server/testing/desk.ts";

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), "utf8");
const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

/** The first column of the table under a heading, its words in code type. */
function listedUnder(heading: string): string[] {
  const section = read("docs/data-model.md").split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, first = ""]) => quoted(first)).sort();
}

test(".env.example lists every setting with its default, and nothing else", () => {
  const written = Object.fromEntries(
    [...read(".env.example").matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(Object.keys(written).sort()).toEqual(Object.keys(settings.shape).sort());
  expect(readSettings(written)).toEqual(readSettings({}));
});

test("data-model.md lists every audit event, and nothing else", () => {
  expect(listedUnder("Audit events")).toEqual([...AUDIT_TYPES].sort());
});

test("data-model.md lists every table, and nothing else", () => {
  const tables = Object.values(schema)
    .filter((one) => isTable(one))
    .map(getTableName);
  expect(listedUnder("Tables")).toEqual(tables.sort());
});

test("the migrations make exactly the tables of the schema, and data-model.md says which of them refuse changes", async () => {
  const desk = testDesk();
  const names = (query: string) => desk.sqlite.prepare(query).pluck().all() as string[];
  // Full-text indexes and the tables that SQLite keeps for them are no tables of the schema.
  const made = names("select name from pragma_table_list where schema = 'main' and type = 'table'").filter(
    (name) => !/^sqlite_|^__drizzle/.test(name),
  );
  const guarded = names("select distinct tbl_name from sqlite_master where type = 'trigger' and sql like '%RAISE(%'");
  await desk.close();
  expect(made.sort()).toEqual(listedUnder("Tables"));
  const sentence = /Triggers refuse[^.]*\./.exec(read("docs/data-model.md"))?.[0] ?? "";
  expect(quoted(sentence).sort()).toEqual(guarded.sort());
});

test("every command that the README and CONTRIBUTING name is a script", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = [...`${read("README.md")}${read("CONTRIBUTING.md")}`.matchAll(/\bnpm (?:run )?([a-z][a-z:]*)/g)].map(
    ([, name = ""]) => name,
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("command-line.md lists every command with what it does, and nothing else", () => {
  const written = [...read("docs/command-line.md").matchAll(/^\| `(\w+)` \| (.+) \|$/gm)];
  expect(written.map(([, name, does]) => [name, does])).toEqual(
    Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]),
  );
});
