import { expect, test } from "vitest";
import { type Chunks, partsOf } from "./parts.ts";
import { sharedFiles } from "./shared-files.ts";

type Told = { entry?: string; later?: string; imports?: string[]; says?: string[] };

/** A chunk of one module that says these rooms. */
function chunk([fileName, { entry, later, imports = [], says = [] }]: [string, Told]): [string, Chunks[string]] {
  const code = says.map((room) => `useWords("${room}");`).join("");
  const facadeModuleId = entry ?? later ?? null;
  const modules = { [`/desk/app/${fileName}.tsx`]: { code } } as unknown as Chunks[string]["modules"];
  return [
    fileName,
    { fileName, imports, modules, facadeModuleId, isEntry: Boolean(entry), isDynamicEntry: Boolean(later) },
  ];
}

const build = (chunks: Record<string, Told>): Chunks => Object.fromEntries(Object.entries(chunks).map(chunk));
const desk = build({
  entry: { entry: "/desk/app/entry.client.tsx", imports: ["times"] },
  root: { entry: "/desk/app/root.tsx?route", imports: ["times"], says: ["shell"] },
  times: { says: ["times"], imports: ["root"] },
  board: { entry: "/desk/app/routes/cases.$number.board.tsx?route", imports: ["lists"], says: ["times"] },
  lists: { says: ["board", "filters"] },
  table: { entry: "/desk/app/routes/cases.$number.table.tsx?route", imports: ["lists"] },
  sheet: { later: "/desk/app/find/find-dialog.tsx", says: ["find"] },
});

test("[WD23] each part of the product has the rooms of all that comes with it", () => {
  const rooms = Object.fromEntries(partsOf(desk).map((part) => [part.name, part.rooms]));
  expect(rooms).toEqual({
    entry: ["shell", "times"],
    root: ["shell", "times"],
    "routes/cases.$number.board": ["board", "filters", "times"],
    "routes/cases.$number.table": ["board", "filters"],
    "find/find-dialog": ["find"],
  });
});

test("[WD23] rooms that the same parts need are one file, each room is in one, and every room is in some", () => {
  const rooms = ["board", "digest", "filters", "find", "mail", "shell", "times"];
  const files = sharedFiles(rooms, partsOf(desk));
  expect(files).toEqual([
    { rooms: ["board", "filters"], parts: ["routes/cases.$number.board", "routes/cases.$number.table"] },
    { rooms: ["digest"], parts: [] },
    { rooms: ["find"], parts: ["find/find-dialog"] },
    { rooms: ["mail"], parts: [] },
    { rooms: ["shell", "times"], parts: ["entry", "root"] },
  ]);
  expect(files.flatMap((one) => one.rooms).sort()).toEqual(rooms);
});
