import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { addressOf } from "#server/public/address.ts";
import { DOORS, PUBLISHED, SCREENS } from "./screens.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = globSync("app/routes/*.{ts,tsx}", { cwd: root }).map((file) => ({
  id: basename(file).replace(/\.tsx?$/, ""),
  text: readFileSync(root + file, "utf8"),
}));
const routes = files.map(({ id }) => ({ id, ...(id.endsWith("_index") ? { index: true } : {}), path: pathOf(id) }));

/** As Remix reads the name of a file. */
function pathOf(id: string): string {
  const parts = id.split(".").filter((part) => part !== "_index");
  const read = (part: string) =>
    part
      .replace(/^\((.+)\)$/, "$1?")
      .replace(/_$/, "")
      .replace(/^\$$/, "*");
  return `/${parts.map((part) => read(part).replace("$", ":")).join("/")}`;
}

/** Where a door stands that has its address only once the desk is there. */
const DOOR_PATHS: Record<string, string> = {
  "{setUp}": "/setup/token",
  "{join}": "/join/token",
  "{welcome}": "/welcome/token",
  "{password}": "/password/token",
};

test("every route with a screen is pictured", () => {
  const paths = [...SCREENS, ...DOORS].map(({ path }) => new URL(DOOR_PATHS[path] ?? path, "http://desk").pathname);
  const pictured = new Set(paths.map((path) => matchRoutes(routes, path)?.at(-1)?.route.id));
  const isScreen = ({ text }: { text: string }) => text.includes("export default") && !text.includes("<Outlet");
  const screens = files.filter(isScreen).map(({ id }) => id);
  expect(screens.length).toBeGreaterThan(30);
  expect(screens.filter((id) => !pictured.has(id))).toEqual([]);
});

test("every kind of public page is pictured", () => {
  const kinds = new Set(PUBLISHED.map(({ path }) => addressOf(path)?.kind));
  expect([...kinds].sort()).toEqual(["claim", "index", "release"]);
});

test("no two pictures have one name", () => {
  const names = [...SCREENS, ...DOORS, ...PUBLISHED].map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
