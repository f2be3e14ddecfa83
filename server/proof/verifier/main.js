import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { verifyBundle } from "./bundle.js";
import { verifyClaim } from "./claim-proof.js";
import { readKey } from "./note.js";
import { endsAsArchive, readArchive } from "./zip.js";

/** The files of a bundle: of the zip as it came, or of the folder into which it was unpacked. @param {string} path */
export function readBundle(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Error(`There is no file or folder ${path}.`);
  if (!found.isDirectory()) return { ...readArchive(readFileSync(path)), isArchive: true };
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  const stored = names.map((name) => [
    relative(path, name).split(sep).join("/"),
    { packed: null, read: () => readFileSync(name) },
  ]);
  return {
    files: new Map(/** @type {[string, import("./zip.js").Stored][]} */ (stored)),
    findings: [],
    isArchive: false,
  };
}

/** Checks a bundle, or the file of one claim, which is JSON. @param {string} path @param {readonly import("./note.js").Key[]} pinned */
export function verifyPath(path, pinned) {
  const bytes = statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : null;
  return bytes?.[0] === 0x7b && !endsAsArchive(bytes)
    ? verifyClaim(bytes, pinned)
    : verifyBundle(readBundle(path), pinned);
}

/** The report as text for a person. @param {ReturnType<typeof verifyBundle>} report */
export function reportWords({ findings, title, key, isPinned, isClaim = false, facts, limits }) {
  const [kind, what] = isClaim ? ["file", "The checkpoint is signed"] : ["bundle", "signature.txt signs manifest.json"];
  const trust = isPinned
    ? "It is the key that you named."
    : `The key came with the ${kind}: compare it with the one that the desk publishes, and name it with --key.`;
  const signed = key ? [`${what} with the key\n  ${key}`, trust] : [];
  const wrong = findings.map(({ item, what }) => `WRONG  ${item}: ${what}`);
  const end =
    wrong.length === 0 ? "Everything fits." : `${countWords(wrong.length)} This ${kind} was changed, or is not whole.`;
  const lines = [title, ...(wrong.length === 0 ? [...signed, ...facts] : wrong), ...limits, end].filter(Boolean);
  // A bundle can hold any characters; a terminal must not obey them.
  return lines.join("\n").replace(/[^\P{Cc}\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

/** @param {number} count */
const countWords = (count) => (count === 1 ? "1 thing does not fit." : `${count} things do not fit.`);

/** Checks what the arguments name and says what it found; returns the exit code: 0, 1 for a finding, 2 for a wrong call. @param {readonly string[]} given @param {string} here @param {(text: string) => void} say */
export function run(given, here, say) {
  const words = [...given];
  const at = words.indexOf("--key");
  const [, line = ""] = at < 0 ? [] : words.splice(at, 2);
  const key = readKey(line);
  const isWrong = words.length > 1 || words.some((one) => one.startsWith("-")) || (at >= 0 && !key);
  if (isWrong) {
    say(
      at >= 0 && !key
        ? "After --key comes a key in one line, as keys.txt has it."
        : "Usage: node verify.mjs [bundle.zip, folder or claim.json] [--key LINE]",
    );
    return 2;
  }
  const report = verifyPath(words[0] ?? here, key ? [key] : []);
  say(reportWords(report));
  return report.findings.length === 0 ? 0 : 1;
}
