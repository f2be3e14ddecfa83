import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** One file as it travels, in bytes of gzip. */
export type Chunk = { file: string; bytes: number };
/** What a browser has to have before a route answers to anybody. */
export type Page = { route: string; scripts: Chunk[]; styles: Chunk[] };

type Piece = { module: string; imports?: string[]; css?: string[] };
type Route = Piece & { id: string; parentId?: string };
type Manifest = { entry: Piece; routes: Record<string, Route>; url: string };
/** What Vite says of each source: the file that it became, and those that come with it. */
type Sources = Record<string, { file: string }>;

const BUILD = fileURLToPath(new URL("../../build", import.meta.url));
/** The files that hold all sentences of a language; a browser loads one of them before any route answers. */
const LANGUAGES = /^domain\/words\/([a-z]{2})\.ts$/;

/** Every route of the build with what it loads first: the entry, itself and the routes around it. The language comes on top. */
export function pagesOf(build = BUILD): Page[] {
  const manifest = readManifest(join(build, "client"));
  const weigh = scaleFor(join(build, "client"));
  return Object.values(manifest.routes)
    .filter((route) => route.id !== "root")
    .map((route) => {
      const pieces = [manifest.entry, ...branchOf(manifest, route)];
      const scripts = pieces.flatMap(({ module, imports = [] }) => [module, ...imports]);
      return {
        route: route.id,
        scripts: weigh([manifest.url, ...scripts]),
        styles: weigh(pieces.flatMap((one) => one.css ?? [])),
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

/** The sentences of each language, by its tag. */
export function languagesOf(build = BUILD): { language: string; files: Chunk[] }[] {
  const sources = JSON.parse(readFileSync(join(build, ".vite", "client-manifest.json"), "utf8")) as Sources;
  const weigh = scaleFor(join(build, "client"));
  return Object.entries(sources).flatMap(([name, { file }]) => {
    const language = LANGUAGES.exec(name)?.[1];
    return language === undefined ? [] : [{ language, files: weigh([file]) }];
  });
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
