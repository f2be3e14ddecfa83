import type { MessageId, Values } from "#domain/words/say.ts";
import type { Check, CheckField } from "#server/import/check.ts";

/** One thing that was repaired, left out or not understood: where, and why in the words of the message files. */
export type Note = {
  /** Where it stands in the file: "$.@graph[2].reviewRating". */
  path: string;
  /** The field of the check that it concerns; null where none of them. */
  field: CheckField | null;
  id: MessageId<"precedents"> & `note_${string}`;
  values?: Values;
};

/** What became of one object or row of a file. */
export type Report = {
  path: string;
  /** The beginning of its claim, so that people know which one is meant. */
  name: string;
  outcome: "kept" | "dropped";
  notes: Note[];
};

export type Found = { checks: Check[]; reports: Report[]; notes: Note[] };

/** Collects the notes about one object; of more than these, the number is told. */
export class Notes {
  readonly all: Note[] = [];

  add(path: string, field: CheckField | null, id: Note["id"], values?: Values): void {
    if (this.all.length < MOST) this.all.push({ path, field, id, ...(values && { values }) });
  }
}

const MOST = 60;
const SHOWN = 60;

/** A text of the file as a note quotes it: its beginning. */
export const quoted = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN).toWellFormed()}…` : text.toWellFormed();
