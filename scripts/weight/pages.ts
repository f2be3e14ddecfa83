import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { SplitWords } from "../words/split-words.ts";

/** One file as it travels, in bytes of gzip. */
export type Chunk = { file: string; bytes: number };
/** What a browser has to have before a route answers to anybody; of the sentences, those of its language. */
export type Page = { route: string; scripts: Chunk[]; styles: Chunk[]; words: Record<string, Chunk[]> };

type Piece = { module: string; imports?: string[]; css?: string[] };
type Route = Piece & { id: string; parentId?: string };
type Manifest = { entry: Piece; routes: Record<string, Route>; url: string };

const BUILD = fileURLToPath(new URL("../../build", import.meta.url));

/** Every route of the build with what it loads first: the entry, itself and the routes around it, and their sentences. */
export function pagesOf(build = BUILD): Page[] {
  const manifest = readManifest(join(build, "client"));
  const weigh = scaleFor(join(build, "client"));
  const split = JSON.parse(readFileSync(join(build, ".vite", "words.json"), "utf8")) as SplitWords;
  return Object.values(manifest.routes)
    .filter((route) => route.id !== "root")
    .map((route) => {
      const branch = branchOf(manifest, route);
      const pieces = [manifest.entry, ...branch];
      const words = wordsOf(split, ["entry", ...branch.map(({ id }) => id)]);
      const scripts = pieces.flatMap(({ module, imports = [] }) => [module, ...imports]);
      return {
        route: route.id,
        scripts: weigh([manifest.url, ...scripts]),
        styles: weigh(pieces.flatMap((one) => one.css ?? [])),
        words: Object.fromEntries(words.map(([language, files]) => [language, weigh(files)])),
      };
    });
}

export const weightOf = (chunks: readonly Chunk[]): number => chunks.reduce((sum, one) => sum + one.bytes, 0);

/** A route with those that it stands in, the outermost last. */
function branchOf(manifest: Manifest, route: Route): Route[] {
  const parent = manifest.routes[route.parentId ?? ""];
  return parent ? [route, ...branchOf(manifest, parent)] : [route];
}

/** The manifest that Remix sends to browsers: a script of one assignment. */
function readManifest(client: string): Manifest {
  const file = readdirSync(join(client, "assets")).find((name) => /^manifest-\w+\.js$/.test(name));
  if (!file) throw new Error("There is no build to weigh. Make one with `npm run build`.");
  const script = readFileSync(join(client, "assets", file), "utf8");
  return JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1)) as Manifest;
}

/** The files with the sentences that these parts say, for each language. */
function wordsOf({ rooms, files }: SplitWords, parts: readonly string[]): [language: string, files: string[]][] {
  const said = parts.flatMap((part) => rooms[part] ?? []);
  return Object.entries(files).map(([language, byRoom]) => [language, said.flatMap((room) => byRoom[room] ?? [])]);
}

/** Weighs files of the build, each once. */
function scaleFor(client: string): (files: readonly string[]) => Chunk[] {
  const known = new Map<string, number>();
  const bytesOf = (file: string): number => {
    const bytes = known.get(file) ?? gzipSync(readFileSync(join(client, file)), { level: 9 }).length;
    known.set(file, bytes);
    return bytes;
  };
  return (files) => [...new Set(files)].map((file) => ({ file, bytes: bytesOf(file) }));
}
