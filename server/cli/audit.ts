import { readFileSync } from "node:fs";
import { type Answer, type Command, countFrom, pathFrom, progress, readWords, WrongUse } from "#server/cli/command.ts";
import { type OpenDesk, withDesk } from "#server/cli/open-desk.ts";
import { type RecordReport, verifyRecord } from "#server/proof/verify-record.ts";
import { withhold } from "#server/proof/withhold.ts";

const TOLD_EVERY = 250_000;

/** Checks the record, and takes out of it what an event says. */
export const audit: Command = {
  help: `Usage: npm run assay -- audit verify [--checkpoint FILE]
       npm run assay -- audit withhold --event N --reason "…"

verify    recomputes every event and every checkpoint of the record, also while the desk is running
  --checkpoint FILE  a checkpoint that was kept outside: of /.well-known/assay-checkpoint, or of a bundle
withhold  removes for good what an event says, as a court may order; the desk has to be stopped
  --event N          its number, as the record shows it
  --reason "…"       why; it stays on the record`,
  run(given) {
    const read = readWords(given, { texts: ["checkpoint", "event", "reason"] });
    const [what, ...rest] = read.words;
    if (rest.length > 0) throw new WrongUse(`${rest[0]} is not an option.`);
    if (what === "verify") return withDesk({}, (desk) => verified(desk, read.checkpoint));
    if (what !== "withhold") throw new WrongUse("Say what to do with the record: verify or withhold.");
    const { reason = "" } = read;
    const seq = countFrom("--event", read.event);
    if (reason.trim() === "") throw new WrongUse('--reason needs the reason, for example --reason "Order of a court".');
    return withDesk({ alone: true }, (desk) => withheld(desk, seq, reason));
  },
};

function verified({ db }: OpenDesk, file: string | undefined): Answer {
  const kept = file === undefined ? [] : [{ what: `The checkpoint in ${file}`, note: noteIn(pathFrom(file)) }];
  const onEvent = (seq: number) => void (seq % TOLD_EVERY === 0 && progress(`${seq} events …`));
  const report = verifyRecord(db, { kept, onEvent });
  return { text: recordWords(report), json: report, isFinding: report.findings.length > 0 };
}

/** A note as it was signed, also where it was copied by hand from a report. */
const noteIn = (path: string) => `${readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim()}\n`;

/** The report as text for a person. */
export function recordWords({ events, withheld: hidden, checkpoints, findings }: RecordReport): string {
  const counts = `Events: ${events}, withheld: ${hidden}. Checkpoints: ${checkpoints}.`;
  const end = findings.length === 0 ? "The record fits." : "The record does not fit. Compare it with a backup.";
  return [...findings.map((one) => `WRONG  ${one}`), counts, end].join("\n");
}

/** Overwrites what it deletes, and empties the write-ahead log, so that the words are not in the file any more. */
function withheld({ db, sqlite }: OpenDesk, seq: number, reason: string): Answer {
  sqlite.pragma("secure_delete = on");
  withhold(db, { seq, reason, at: Date.now() });
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
  const text = `What event ${seq} said is withheld. Backups and bundles from before still hold it.`;
  return { text, json: { event: seq, reason } };
}
