import { expect, test } from "vitest";
import { type Chunks, partsOf } from "./parts.ts";
import { sharedFiles } from "./shared-files.ts";

type Told = { entry?: string; later?: string; imports?: string[]; holds: Record<string, Module> };
type Module = { says?: string[]; imports?: string[] };

const idOf = (module: string) => `/desk/app/${module}.tsx`;
const codeOf = ({ says = [] }: Module) => says.map((room) => `useWords("${room}");`).join("");

function chunk([fileName, { entry, later, imports = [], holds }]: [string, Told]): [string, Chunks[string]] {
  const modules = Object.entries(holds).map(([name, module]) => [idOf(name), { code: codeOf(module) }]);
  return [
    fileName,
    {
      ...{ fileName, imports, modules: Object.fromEntries(modules) as Chunks[string]["modules"] },
      ...{ facadeModuleId: entry ?? later ?? null, isEntry: Boolean(entry), isDynamicEntry: Boolean(later) },
    },
  ];
}

/** The parts of a build of these chunks, and of modules of which nothing was left. An entry imports the first module of its chunk. */
function partsOfBuild(told: Record<string, Told>, nothingLeft: Record<string, string[]> = {}) {
  const all = Object.values(told).flatMap(({ entry, later, holds }) => {
    const modules = Object.entries(holds).map(([name, { imports = [] }]) => [idOf(name), imports.map(idOf)] as const);
    return [...modules, [entry ?? later ?? "", modules.slice(0, 1).map(([id]) => id)] as const];
  });
  const shaken = Object.entries(nothingLeft).map(([name, imports]) => [idOf(name), imports.map(idOf)] as const);
  const imports = new Map([...all, ...shaken]);
  return partsOf(Object.fromEntries(Object.entries(told).map(chunk)), (id) => imports.get(id) ?? []);
}

const roomsOf = (parts: ReturnType<typeof partsOf>) =>
  Object.fromEntries(parts.map(({ name, rooms }) => [name, rooms]));

const desk = partsOfBuild({
  entry: { entry: "/desk/app/entry.client.tsx", imports: ["times"], holds: { start: { imports: ["times"] } } },
  root: {
    ...{ entry: "/desk/app/root.tsx?route", imports: ["times"] },
    holds: { root: { says: ["shell"], imports: ["times"] } },
  },
  times: { imports: ["root"], holds: { times: { says: ["times"], imports: ["root"] } } },
  board: {
    ...{ entry: "/desk/app/routes/cases.$number.board.tsx?route", imports: ["lists"] },
    holds: { board: { says: ["times"], imports: ["lists"] } },
  },
  lists: { holds: { lists: { says: ["board", "filters"] } } },
  table: {
    ...{ entry: "/desk/app/routes/cases.$number.table.tsx?route", imports: ["lists"] },
    holds: { table: { imports: ["lists"] } },
  },
  sheet: { later: "/desk/app/find/find-dialog.tsx", holds: { sheet: { says: ["find"] } } },
});

test("[WD23] each part of the product has the rooms of all that comes with it", () => {
  expect(roomsOf(desk)).toEqual({
    entry: ["shell", "times"],
    root: ["shell", "times"],
    "routes/cases.$number.board": ["board", "filters", "times"],
    "routes/cases.$number.table": ["board", "filters"],
    "find/find-dialog": ["find"],
  });
});

test("[WD23] what a file holds for others, and what a module imports for code that was left out, brings no room", () => {
  const parts = partsOfBuild({
    "sign-in": {
      ...{ entry: "/desk/app/routes/sign-in.tsx?route", imports: ["small"] },
      holds: { door: { imports: ["field"] } },
    },
    numbers: {
      ...{ entry: "/desk/app/routes/numbers.tsx?route", imports: ["small"] },
      holds: { chart: { imports: ["tally"] } },
    },
    small: { holds: { field: { says: ["controls"], imports: ["quote"] }, tally: { says: ["numbers"] } } },
    article: {
      ...{ entry: "/desk/app/routes/article.tsx?route" },
      holds: { article: { imports: ["quote"] }, quote: { says: ["article"] } },
    },
  });
  expect(roomsOf(parts)).toEqual({
    "routes/sign-in": ["controls"],
    "routes/numbers": ["numbers"],
    "routes/article": ["article"],
  });
});

test("[WD23] a module of which nothing was left stands for what it imports, whoever else has imported it before", () => {
  const parts = partsOfBuild(
    {
      route: {
        entry: "/desk/app/routes/cases.tsx?route",
        imports: ["helper", "panel"],
        holds: { route: { imports: ["helper", "panel"] } },
      },
      helper: { holds: { helper: { imports: ["index"] } } },
      panel: { imports: ["quote"], holds: { panel: { imports: ["index"] } } },
      quote: { holds: { quote: { says: ["article"] } } },
    },
    { index: ["quote"] },
  );
  expect(roomsOf(parts)).toEqual({ "routes/cases": ["article"] });
});

test("[WD23] rooms that the same parts need are one file, each room is in one, and every room is in some", () => {
  const rooms = ["board", "digest", "filters", "find", "mail", "shell", "times"];
  const files = sharedFiles(rooms, desk);
  expect(files).toEqual([
    { rooms: ["board", "filters"], parts: ["routes/cases.$number.board", "routes/cases.$number.table"] },
    { rooms: ["digest"], parts: [] },
    { rooms: ["find"], parts: ["find/find-dialog"] },
    { rooms: ["mail"], parts: [] },
    { rooms: ["shell", "times"], parts: ["entry", "root"] },
  ]);
  expect(files.flatMap((one) => one.rooms).sort()).toEqual(rooms);
});
