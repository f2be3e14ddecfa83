import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin, Rollup } from "vite";
// By its path, because the build reads this before it knows our aliases.
import { LANGUAGES, type Language } from "../../domain/words/languages.ts";
import { type Chunks, partsOf } from "./parts.ts";
import { ROOMS, writtenFiles } from "./room-files.ts";
import { type SharedFile, sharedFiles } from "./shared-files.ts";

/** What the build tells the server: the rooms that the entry and each route say, and where each room is. */
export type SplitWords = { rooms: Record<string, string[]>; files: Record<Language, Record<string, string>> };

const TOLD = fileURLToPath(new URL("../../build/.vite/words.json", import.meta.url));
const MODULE = "virtual:split-words";

/**
 * Splits the sentences by room. What is built imports `words/<room>` with the code that says it, and the import map of a
 * page tells where that is in its language: sentences come with the code, whoever loads it and whenever. In development
 * all of them are there.
 */
export function splitWords(): Plugin {
  const is = { forBrowsers: false, forServer: false };
  return {
    name: "assay:split-words",
    configResolved({ command, build: { ssr } }) {
      const isBuilt = command === "build";
      Object.assign(is, { forBrowsers: isBuilt && !ssr, forServer: isBuilt && Boolean(ssr) });
    },
    resolveId: (source) => (source === MODULE ? `\0${MODULE}` : null),
    load: (id) => (id === `\0${MODULE}` ? `export default ${is.forServer ? readFileSync(TOLD, "utf8") : null}` : null),
    renderChunk(code, { fileName }, _, { chunks }) {
      if (!is.forBrowsers) return null;
      const { parts, files } = planOf(chunks, this);
      const part = parts.find(({ file }) => file === fileName);
      const needed = files.filter((one) => part && one.parts.includes(part.name));
      return { code: needed.map(({ rooms }) => `import "words/${rooms[0]}";`).join("") + code, map: null };
    },
    generateBundle(_, bundle) {
      if (!is.forBrowsers) return;
      const { parts, files } = planOf(chunksOf(bundle), this);
      const rooms = Object.fromEntries(parts.filter((one) => one.isRoute).map((one) => [one.name, one.rooms]));
      const written = LANGUAGES.map((language) => {
        const { sources, byRoom } = writtenFiles(language, files);
        for (const [fileName, source] of sources) this.emitFile({ type: "asset", fileName, source });
        return [language, byRoom] as const;
      });
      mkdirSync(dirname(TOLD), { recursive: true });
      writeFileSync(TOLD, JSON.stringify({ rooms, files: Object.fromEntries(written) }));
    },
  };
}

const chunksOf = (bundle: Rollup.OutputBundle): Chunks =>
  Object.fromEntries(Object.values(bundle).flatMap((one) => (one.type === "chunk" ? [[one.fileName, one]] : [])));

type Plan = { parts: ReturnType<typeof partsOf>; files: SharedFile[] };
const plans = new WeakMap<Chunks, Plan>();

function planOf(chunks: Chunks, { getModuleInfo }: Pick<Rollup.PluginContext, "getModuleInfo">): Plan {
  const known = plans.get(chunks);
  if (known) return known;
  const parts = partsOf(chunks, (id) => getModuleInfo(id)?.importedIds ?? []);
  const plan = { parts, files: sharedFiles(ROOMS, parts) };
  plans.set(chunks, plan);
  return plan;
}
