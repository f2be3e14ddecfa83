import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const WAYS = [
  { ending: ".br", compress: (text: Buffer) => promisify(brotliCompress)(text, BEST) },
  { ending: ".gz", compress: (text: Buffer) => promisify(gzip)(text, { level: 9 }) },
];

/** Puts beside each script and style sheet for browsers what it is when it travels, so that no visitor has it made anew. */
export function compressAssets(): Plugin {
  let isForBrowsers = false;
  return {
    name: "assay:compress-assets",
    configResolved({ command, build }) {
      isForBrowsers = command === "build" && !build.ssr;
    },
    async writeBundle({ dir = "" }, bundle) {
      if (!isForBrowsers) return;
      const texts = Object.values(bundle).filter(({ fileName }) => /\.(js|css)$/.test(fileName));
      await Promise.all(
        texts.flatMap((one) =>
          WAYS.map(async ({ ending, compress }) => {
            const text = Buffer.from(one.type === "chunk" ? one.code : one.source);
            await writeFile(join(dir, one.fileName + ending), await compress(text));
          }),
        ),
      );
    },
  };
}
