import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import { readMessage } from "./domain/words/read-message.ts";
import remixConfig from "./remix.config.js";
import { compressAssets } from "./scripts/assets/compress-assets.ts";
import { dropChecks } from "./scripts/assets/drop-checks.ts";
import { fewFiles } from "./scripts/assets/few-files.ts";
import { splitWords } from "./scripts/words/split-words.ts";

/** Refuses `server/` and `db/` in the browser's build: Remix itself protects only names that end in `.server`. */
function keepServerOut(): Plugin {
  return {
    name: "assay:keep-server-out",
    enforce: "pre",
    resolveId(source, importer, { ssr }) {
      if (ssr || !/^#(server|db)\//.test(source)) return null;
      throw new Error(
        `${importer} imports ${source}, which must never reach the browser. Import a type, or use the load context.`,
      );
    },
  };
}

/** Gives browsers the sentences as they are when they have been read, so that none needs what reads ICU messages. */
function readWords(): Plugin {
  return {
    name: "assay:read-words",
    enforce: "pre",
    transform(text, id, { ssr } = {}) {
      if (ssr || !/\/domain\/words\/[a-z]{2}\/\w+\.json$/.test(id)) return null;
      const sentences = Object.entries(JSON.parse(text) as Record<string, string>);
      return JSON.stringify(Object.fromEntries(sentences.map(([name, sentence]) => [name, readMessage(sentence)])));
    },
  };
}

export default defineConfig(({ command }) => ({
  plugins: [
    keepServerOut(),
    readWords(),
    splitWords(),
    dropChecks(),
    fewFiles(),
    compressAssets(),
    ...(process.env.VITEST ? [] : [remix(remixConfig)]),
  ],
  resolve: { dedupe: ["yjs", "y-protocols", "lib0", "react", "react-dom"] },
  // The server needs a part of their 1,300 modules, and loading each by itself is a quarter of a start.
  ssr: { noExternal: command === "build" ? [/^react-(aria|stately)/, /^@internationalized\//] : [] },
  build: { manifest: true, chunkSizeWarningLimit: 700 },
  optimizeDeps: { entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"] },
}));
