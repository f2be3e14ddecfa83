import { globSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("[RT80] there is one copy of Yjs, because two of them do not understand each other's documents", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const copies = globSync("node_modules/{,**/node_modules/}{yjs,y-protocols}/package.json", { cwd: root });
  expect(copies.sort()).toEqual(["node_modules/y-protocols/package.json", "node_modules/yjs/package.json"]);
  const version: unknown = createRequire(import.meta.url)("yjs/package.json").version;
  expect(version).toMatch(/^13\./);
});
