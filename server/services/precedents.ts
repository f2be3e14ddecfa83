import {
  allPrecedents,
  bestPrecedents,
  type CameBy,
  countPrecedents,
  draftOf,
  forgetDrafts,
  insertImport,
  latestPrecedents,
  precedentsByIds,
  putDraft,
  removeDraft,
  setImportCounts,
} from "#db/queries/precedents.ts";
import { guessClaimant } from "#domain/claimant-guess.ts";
import { LIMITS } from "#domain/limits.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import type { ExportFile } from "#server/export/index.ts";
import { CHECK_FIELDS, type Check } from "#server/import/check.ts";
import { type Reading, readFile } from "#server/import/read-file.ts";
import type { Mapping } from "#server/import/table.ts";
import { checksAsFeed } from "#server/import/write-checks.ts";
import { type Likeness, lookUp } from "#server/precedents/look-up.ts";
import { countsOf, droppedIn, type Preview, previewOf } from "#server/precedents/preview.ts";
import { type Outcome, storeAll } from "#server/precedents/store.ts";
import { unspacedIn } from "#server/precedents/telling.ts";
import { partsQuery, readQuery, wordsQuery } from "#server/search/query.ts";
import { demand } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, inTransaction, type Once } from "#server/services/decide.ts";

export type PrecedentView = Omit<Check, "body" | "publisherUrl" | "saidWhere"> & {
  id: number;
  /** How it came here. */
  came: { fileName: string; at: number; by: string };
};
export type AlikePrecedent = { precedent: PrecedentView; likeness: Likeness };
type Stated = { words: string; claimant: string; sentence?: string };
export type Imported = Record<Outcome | "dropped", number>;

const PAGE = 50;
const MOST_SHOWN = 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** A file that nobody decided on is not kept for ever. */
const DRAFT_DAYS = 7;

/** Checks that others published, which the desk took in to look things up in. Everybody here reads them; they are nobody's claims. */
export function precedentsService({ db, now, newId }: Pick<Context, "db" | "now" | "newId">) {
  return {
    /** Those that came last, or that hold all the words, best first. */
    list(actor: Member, given: string, shown = PAGE) {
      demand(actor, "case.read");
      const { text, terms } = readQuery(given);
      const limit = Math.min(MOST_SHOWN, shown) + 1;
      const words = terms.length > 0 ? bestPrecedents(db, "precedent_words", wordsQuery(terms), limit) : [];
      const parts = unspacedIn(text) === "" ? null : partsQuery(terms);
      const ids = [...words, ...(parts ? bestPrecedents(db, "precedent_parts", parts, limit) : [])];
      const found = text === "" ? latestPrecedents(db, limit) : precedentsByIds(db, [...new Set(ids)].slice(0, limit));
      const precedents = found.slice(0, limit - 1).map(toView);
      return { text, precedents, all: countPrecedents(db), next: found.length === limit ? shown + PAGE : null };
    },

    /**
     * Checks that may be about the same as a statement, at most three, each with what makes it likely. Where nobody is
     * named, the sentence in which the words stand may say who claims it.
     */
    alike(actor: Member, { words, claimant, sentence = "" }: Stated): AlikePrecedent[] {
      demand(actor, "case.read");
      const said = claimant || (guessClaimant(sentence, words)?.claimant ?? "");
      return lookUp(db, { words, claimant: said }).map(({ found, likeness }) => ({
        precedent: toView(found),
        likeness,
      }));
    },

    /** The whole library as a schema.org DataFeed, in pieces. */
    feed(actor: Member): ExportFile {
      demand(actor, "case.read");
      return { fileName: "precedents.json", mediaType: "application/ld+json", pieces: checksAsFeed(everyCheck()) };
    },

    /** What the file that the actor chose last would bring; null where there is none. */
    preview(actor: Member): Preview | null {
      demand(actor, "precedent.import");
      const draft = draftOf(db, actor.id);
      return draft && previewOf(db, draft, readFile(draft.bytes, draft.mapping as Mapping | null));
    },

    /** Keeps a file to look at; nothing of it is taken in before `take`. */
    choose(actor: Member, { fileName, bytes }: { fileName: string; bytes: Uint8Array }): void {
      demand(actor, "precedent.import");
      if (bytes.length === 0) throw refusal("bad_input", "precedents", "choose_file");
      if (bytes.length > LIMITS.importFile)
        throw refusal("bad_input", "precedents", "too_large", { limit: Math.floor(LIMITS.importFile / 1024 / 1024) });
      inTransaction(db, (tx) => {
        const at = now();
        forgetDrafts(tx, at - DRAFT_DAYS * DAY_MS);
        const row = { memberId: actor.id, id: newId(), fileName: namedShort(fileName), bytes: Buffer.from(bytes) };
        putDraft(tx, { ...row, mapping: null, at });
      });
    },

    /** Says what each column of the chosen table is. */
    chooseColumns(actor: Member, columns: readonly string[]): void {
      demand(actor, "precedent.import");
      const mapping = columns.map((one) => CHECK_FIELDS.find((field) => field === one) ?? null);
      inTransaction(db, (tx) => putDraft(tx, { ...draftFor(tx, actor), mapping }));
    },

    discard(actor: Member): void {
      demand(actor, "precedent.import");
      inTransaction(db, (tx) => removeDraft(tx, actor.id));
    },

    /** Takes in the file that was looked at. @throws AppError conflict when it is another one by now. */
    take(actor: Member, { id, once }: { id: string } & Once): Imported {
      demand(actor, "precedent.import");
      return decideOnce({ db, now }, actor, { once, of: ["precedents.take", id] }, (tx, at) => {
        const draft = draftFor(tx, actor);
        if (draft.id !== id) throw refusal("conflict", "precedents", "other_file");
        removeDraft(tx, actor.id);
        const reading = readFile(draft.bytes, draft.mapping as Mapping | null);
        return keep(tx, actor, { fileName: draft.fileName, reading, at });
      });
    },

    /** Takes in a file at once, as the command line does. */
    bring(actor: Member, { fileName, bytes, once }: { fileName: string; bytes: Uint8Array } & Once) {
      demand(actor, "precedent.import");
      const reading = readFile(bytes);
      const name = namedShort(fileName);
      const of = ["precedents.bring", name, bytes.length];
      const counts = decideOnce({ db, now }, actor, { once, of }, (tx, at) =>
        keep(tx, actor, { fileName: name, reading, at }),
      );
      return { counts, reading };
    },
  };

  function keep(
    tx: Context["db"],
    actor: Member,
    { fileName, reading, at }: { fileName: string; reading: Reading; at: number },
  ): Imported {
    if (reading.checks.length === 0) throw refusal("bad_input", "precedents", "no_checks");
    const { format } = reading;
    const id = newId();
    const none = { added: 0, updated: 0, known: 0 };
    const dropped = droppedIn(reading);
    insertImport(tx, { id, fileName, format, by: actor.id, at, ...none, dropped });
    const counts = countsOf(storeAll(tx, id, reading.checks));
    setImportCounts(tx, id, counts);
    const body = { importId: id, fileName, format, ...counts, dropped };
    record(tx, { type: "precedents.imported", actorId: actor.id, body, at });
    return { ...counts, dropped };
  }

  function draftFor(tx: Context["db"], actor: Member) {
    const draft = draftOf(tx, actor.id);
    if (!draft) throw refusal("conflict", "precedents", "no_file");
    return draft;
  }

  function* everyCheck(): Generator<Check> {
    let page = allPrecedents(db, 0, 500);
    while (page.length > 0) {
      yield* page;
      page = allPrecedents(db, page.at(-1)?.id ?? 0, 500);
    }
  }
}

/** As it may be shown: without what is not seen, and not endless. */
const namedShort = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cs}]/gu, "")
    .trim()
    .slice(0, 200);

function toView({ precedent, ...came }: CameBy): PrecedentView {
  const {
    identity: _identity,
    importId: _import,
    body: _body,
    publisherUrl: _publisher,
    saidWhere: _where,
    ...view
  } = precedent;
  return { ...view, came };
}
