import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { memberByEmail } from "#db/queries/people.ts";
import { LIMITS } from "#domain/limits.ts";
import { inEnglish } from "#domain/words/english.ts";
import type { Saying } from "#domain/words/say.ts";
import { type Answer, type Command, pathFrom, readWords, WrongUse } from "#server/cli/command.ts";
import { type OpenDesk, withDesk } from "#server/cli/open-desk.ts";
import { droppedIn, type Reading, readFile } from "#server/import/read-file.ts";
import type { Note } from "#server/import/report.ts";
import { precedentsService } from "#server/services/precedents.ts";

const MOST_LINES = 200;
/** More at once would keep a running desk from writing for longer than it waits. */
const MOST_BESIDE = 1_000;

/** Takes checks of others in as precedents. */
export const importChecks: Command = {
  help: `Usage: npm run assay -- import FILE --as ADDRESS
       npm run assay -- import FILE --look

Takes in what others have checked, as precedents: ClaimReview, web pages, Google's Fact Check Tools, tables, releases.
  --as ADDRESS  the member who answers for it, by e-mail address; it stands on the record
  --look        only says what the file holds; no desk is needed
Also while the desk is running, up to ${LIMITS.importFile / 1024 / 1024} MB and ${MOST_BESIDE.toLocaleString("en")} checks; for a larger file it has to be stopped.`,
  run(given) {
    const { as: email = "", look, words } = readWords(given, { texts: ["as"], switches: ["look"] });
    const [path = ""] = words;
    if (words.length !== 1) throw new WrongUse("Name one file.");
    if (!look && email === "") throw new WrongUse("--as needs the address of a member, or --look to only look.");
    if (!existsSync(pathFrom(path))) throw new Error(`There is no file ${path}.`);
    const bytes = readFileSync(pathFrom(path));
    if (look) return looked(readFile(bytes));
    const reading = readFile(bytes);
    const alone = bytes.length > LIMITS.importFile || reading.checks.length > MOST_BESIDE;
    return withDesk({ alone }, (desk) => taken(desk, email, { fileName: basename(path), bytes, reading }));
  },
};

function looked(reading: Reading): Answer {
  const { checks, reports, notes, format } = reading;
  const sum = `${checks.length} checks, ${droppedIn(reading)} dropped.`;
  return { text: [...linesOf(reading), sum].join("\n"), json: { format, checks, reports, notes } };
}

type File = { fileName: string; bytes: Buffer; reading: Reading };

function taken({ db }: OpenDesk, email: string, file: File): Answer {
  const member = memberByEmail(db, email.trim().toLowerCase());
  if (!member || member.deactivatedAt !== null) throw new Error(`There is no active member with the address ${email}.`);
  const precedents = precedentsService({ db, now: Date.now, newId: randomUUID });
  const { reading } = file;
  const { counts } = precedents.bring(member, { ...file, once: randomUUID() });
  const { added, updated, known, dropped } = counts;
  const sum = `${added} new, ${updated} newer, ${known} there already, ${dropped} dropped.`;
  const { reports, notes, format } = reading;
  return { text: [...linesOf(reading), sum].join("\n"), json: { format, counts, reports, notes } };
}

/** What was repaired or left out, a line for each, each with its place. */
function linesOf({ notes, reports }: Reading): string[] {
  const all = [...notes, ...reports.flatMap((one) => one.notes)].map(lineOf);
  const rest = all.length - MOST_LINES;
  return rest > 0 ? [...all.slice(0, MOST_LINES), `… and ${rest} lines more; --json has all of it.`] : all;
}

const lineOf = ({ path, id, values }: Note): string =>
  `${path}: ${inEnglish({ room: "precedents", id, ...(values && { values }) } as Saying)}`;
