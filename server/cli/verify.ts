import { type Command, pathFrom, readWords, WrongUse } from "#server/cli/command.ts";
import { reportWords, verifyPath } from "#server/proof/verifier/main.js";
import { readKey } from "#server/proof/verifier/note.js";

/** Checks a bundle, or the proof of one claim, of whatever desk, as the file inside it does. */
export const verify: Command = {
  help: `Usage: npm run assay -- verify <bundle.zip, folder or claim.json> [--key LINE]

Checks every file, the signature, the proofs and the sign-offs of a bundle, or of one claim that "prove" took from
one, and names what does not fit.
  --key LINE  trust only this key: a line of the desk's /.well-known/assay-keys, up to the first space`,
  run(given) {
    const { key: line, words } = readWords(given, { texts: ["key"] });
    const [path = ""] = words;
    if (words.length !== 1)
      throw new WrongUse(
        "Name one bundle, a zip file or the folder into which it was unpacked, or the proof of one claim.",
      );
    const key = line === undefined ? null : readKey(line);
    if (line !== undefined && !key) throw new WrongUse("--key needs a key in one line, as keys.txt has it.");
    const report = verifyPath(pathFrom(path), key ? [key] : []);
    return { text: reportWords(report), json: report, isFinding: report.findings.length > 0 };
  },
};
