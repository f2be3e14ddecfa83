import { existsSync, writeFileSync } from "node:fs";
import { type Command, pathFrom, readWords, WrongUse } from "#server/cli/command.ts";
import { verifyBundle } from "#server/proof/verifier/bundle.js";
import { takeClaim } from "#server/proof/verifier/claim-proof.js";
import { readBundle } from "#server/proof/verifier/main.js";

/** Takes one claim out of a bundle that fits, so that it can be proved without showing the others. */
export const prove: Command = {
  help: `Usage: npm run assay -- prove <bundle.zip or folder> <claim, as C-14-3> [--out FILE] [--force]

Writes what was signed of one claim, its sign-offs and corrections as the record has them, and the checkpoint over them.
The words of the article right beside its quotes are part of what was signed.
"verify" checks it, and so does the verify.mjs in any bundle.
  --out FILE  where to; "-" is standard output; without it, c-14-3.proof.json
  --force     write over a file that is there`,
  run(given) {
    const { words, out, force = false } = readWords(given, { texts: ["out"], switches: ["force"] });
    const [bundle = "", reference = ""] = words;
    if (words.length !== 2) throw new WrongUse("Name a bundle and a claim in it.");
    const proof = proofFrom(pathFrom(bundle), reference.toUpperCase());
    if (out === "-") process.stdout.write(proof);
    return out === "-"
      ? { text: "", json: undefined }
      : keep(proof, out ?? `${reference.toLowerCase()}.proof.json`, force);
  },
};

function proofFrom(path: string, reference: string): string {
  const bundle = readBundle(path);
  if (verifyBundle(bundle).findings.length > 0)
    throw new Error("This bundle does not fit, so nothing is taken from it. “verify” says what is wrong.");
  return takeClaim(bundle.files, reference);
}

function keep(proof: string, name: string, isForced: boolean) {
  const file = pathFrom(name);
  if (!isForced && existsSync(file)) throw new Error(`${file} is there already. Write over it with --force.`);
  writeFileSync(file, proof);
  return { text: file, json: { file } };
}
