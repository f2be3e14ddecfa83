import type { Rollup } from "vite";
import { roomsSaid } from "./rooms-said.ts";

type Chunk = Pick<
  Rollup.RenderedChunk,
  "facadeModuleId" | "fileName" | "imports" | "modules" | "isEntry" | "isDynamicEntry"
>;
/** The chunks of a build by their names. */
export type Chunks = Record<string, Chunk>;

/** What a browser loads at once, a route or what comes later, with the rooms that it says. */
export type Part = { name: string; file: string; isRoute: boolean; rooms: string[] };

const OURS = /\/(?:app|domain)\/.*\.tsx?(?:\?|$)/;

/** Every part of the product that is loaded by itself: those that a route imports come with it. */
export function partsOf(chunks: Chunks): Part[] {
  return Object.entries(chunks)
    .filter(([, chunk]) => chunk.isEntry || chunk.isDynamicEntry)
    .map(([file, chunk]) => {
      const rooms = [...comingWith(chunks, file)].flatMap((one) => ownRooms(chunks[one]));
      return { name: nameOf(chunk), file, isRoute: chunk.isEntry, rooms: [...new Set(rooms)].sort() };
    });
}

function comingWith(chunks: Chunks, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const one of chunks[file]?.imports ?? []) comingWith(chunks, one, seen);
  return seen;
}

function ownRooms(chunk: Chunk | undefined): string[] {
  const modules = Object.entries(chunk?.modules ?? {}).filter(([id]) => OURS.test(id));
  return modules.flatMap(([, { code }]) => roomsSaid(code ?? ""));
}

/** `entry`, the id that Remix gives a route, or the path of what comes later. */
function nameOf({ facadeModuleId, fileName }: Chunk): string {
  const path = (facadeModuleId ?? fileName).replace(/\?.*$/, "").replace(/^.*\/app\//, "");
  return path === "entry.client.tsx" ? "entry" : path.replace(/\.tsx?$/, "");
}
