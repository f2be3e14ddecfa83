import type { Rollup } from "vite";
import { roomsSaid } from "./rooms-said.ts";

type Chunk = Pick<
  Rollup.RenderedChunk,
  "facadeModuleId" | "fileName" | "imports" | "modules" | "isEntry" | "isDynamicEntry"
>;
/** The chunks of a build by their names. */
export type Chunks = Record<string, Chunk>;
/** The modules that a module imports. */
type ImportsOf = (id: string) => readonly string[];

/** What a browser loads at once, a route or what comes later, with the rooms that it says. */
export type Part = { name: string; file: string; isRoute: boolean; rooms: string[] };

const OURS = /\/(?:app|domain)\/.*\.tsx?(?:\?|$)/;

/**
 * Every part of the product that is loaded by itself, with the rooms of all that it imports. That goes from module to
 * module, as a chunk also holds what others import; but only where chunks do the same, as nobody needs what a module
 * imports for what was left out.
 */
export function partsOf(chunks: Chunks, importsOf: ImportsOf): Part[] {
  const places = Object.entries(chunks).flatMap(([file, { modules }]) =>
    Object.entries(modules).map(([id, { code }]) => ({ id, file, code: code ?? "" })),
  );
  const fileOf = new Map(places.map(({ id, file }) => [id, file]));
  const said = new Map(places.filter(({ id }) => OURS.test(id)).map(({ id, code }) => [id, roomsSaid(code)]));

  /** A module of which nothing was left is in no chunk: it stands for what it imports, in each that imports it. */
  function roomsFrom(id: string, from: string, seen = new Set<string>()): string[] {
    const file = fileOf.get(id) ?? from;
    const place = `${file} ${id}`;
    if (seen.has(place) || (file !== from && !chunks[from]?.imports.includes(file))) return [];
    seen.add(place);
    return [...(said.get(id) ?? []), ...importsOf(id).flatMap((one) => roomsFrom(one, file, seen))];
  }

  return Object.entries(chunks)
    .filter(([, chunk]) => chunk.isEntry || chunk.isDynamicEntry)
    .map(([file, chunk]) => {
      const rooms = new Set(roomsFrom(chunk.facadeModuleId ?? "", file));
      return { name: nameOf(chunk), file, isRoute: chunk.isEntry, rooms: [...rooms].sort() };
    });
}

/** `entry`, the id that Remix gives a route, or the path of what comes later. */
function nameOf({ facadeModuleId, fileName }: Chunk): string {
  const path = (facadeModuleId ?? fileName).replace(/\?.*$/, "").replace(/^.*\/app\//, "");
  return path === "entry.client.tsx" ? "entry" : path.replace(/\.tsx?$/, "");
}
