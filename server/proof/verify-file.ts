import { readFileSync } from "node:fs";

/** In an order in which each stands before what uses it. */
const MODULES = [
  "canonical",
  "merkle",
  "event",
  "note",
  "zip",
  "parts",
  "released",
  "corrections",
  "bundle",
  "claim-proof",
  "main",
] as const;

const HEAD = `// Checks a bundle of verified claims. It needs Node 22 or newer and nothing else: no network, no other file.
//   node verify.mjs                    in the unpacked folder
//   node verify.mjs bundle.zip         for the zip as it came
//   node verify.mjs claim.json         for the proof of one claim
//   node verify.mjs … --key LINE       trusting only the key in this line
`;

const FOOT = `
try {
  process.exitCode = run(process.argv.slice(2), import.meta.dirname, console.log);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
`;

/** The verifier as one file without dependencies: the modules of its folder one after the other, as they stand there. */
export function verifyFile(): string {
  const modules = MODULES.map((name) => readFileSync(new URL(`./verifier/${name}.js`, import.meta.url), "utf8"));
  const imports = [...new Set(modules.flatMap((text) => nodeImports(text)))].sort();
  return [HEAD, ...imports, "", ...modules.map(withoutModule), FOOT].join("\n");
}

/** One line for each name that a module takes from Node, so that no name is taken twice. */
function nodeImports(text: string): string[] {
  return [...text.matchAll(/^import \{([^}]*)\} from "(node:.*)";$/gm)].flatMap(([, names = "", from]) =>
    (names.match(/\w+/g) ?? []).map((name) => `import { ${name} } from "${from}";`),
  );
}

const withoutModule = (text: string) =>
  text
    .replace(/^import [^;]*;\n/gm, "")
    .replace(/^export /gm, "")
    .trimStart();
