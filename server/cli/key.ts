import { allKeys } from "#db/queries/proofs.ts";
import { type Answer, type Command, readWords, WrongUse } from "#server/cli/command.ts";
import { type OpenDesk, withDesk } from "#server/cli/open-desk.ts";
import { keyFile, rotateKey } from "#server/proof/keys.ts";
import { keyWords } from "#server/services/proofs.ts";

/** The key that signs what leaves. */
export const key: Command = {
  help: `Usage: npm run assay -- key list
       npm run assay -- key rotate

list    the public keys, as /.well-known/assay-keys gives them
rotate  makes a new key in the data folder, on the record; the one before stays published. The desk has to be stopped`,
  run(given) {
    const [what, ...rest] = readWords(given, {}).words;
    if (rest.length > 0) throw new WrongUse(`${rest[0]} is not an option.`);
    if (what === "list") return withDesk({}, listed);
    if (what === "rotate") return withDesk({ alone: true }, rotated);
    throw new WrongUse("Say what to do with the key: list or rotate.");
  },
};

function listed({ db }: OpenDesk): Answer {
  const keys = allKeys(db);
  return { text: keys.map(keyWords).join("").trimEnd(), json: keys };
}

function rotated({ db, folder, origin }: OpenDesk): Answer {
  const { line } = rotateKey(db, { place: keyFile(folder), origin, at: Date.now() });
  return { text: `From now on this key signs:\n${line}\nTell those who named the one before.`, json: { key: line } };
}
