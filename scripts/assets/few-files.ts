import type { Plugin, Rollup } from "vite";

const ON_EACH_PAGE = /\/app\/(entry\.client|root)\.tsx/;
/** In bytes, unzipped: what a request costs on top is more than somebody else's three kilobytes. */
const SMALL = 3_000;

/**
 * Has browsers load few files: one with what of ours each page needs, and small ones joined to those that they come with.
 * Without it a card is 91 scripts, many of them one function.
 */
export function fewFiles(): Plugin {
  let everywhere: Set<string> | null = null;
  const manualChunks: Rollup.GetManualChunk = (id, { getModuleIds, getModuleInfo }) => {
    everywhere ??= oursComingWith(
      [...getModuleIds()].filter((one) => ON_EACH_PAGE.test(one) && getModuleInfo(one)?.isEntry),
      getModuleInfo,
    );
    return everywhere.has(id) ? "everywhere" : undefined;
  };
  const output = { manualChunks, onlyExplicitManualChunks: true, experimentalMinChunkSize: SMALL };
  return {
    name: "assay:few-files",
    config: (_, { isSsrBuild }) => (isSsrBuild ? {} : { build: { rollupOptions: { output } } }),
  };
}

/** Not the modules of packages: what of them is used is known only later, and Rollup places it well. */
function oursComingWith(waiting: string[], getModuleInfo: Rollup.GetModuleInfo): Set<string> {
  const found = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || id.includes("/node_modules/")) continue;
    found.add(id);
    waiting.push(...(getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
