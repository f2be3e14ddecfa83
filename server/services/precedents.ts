import {
  allPrecedents,
  bestPrecedents,
  type CameBy,
  countPrecedents,
  draftOf,
  forgetDrafts,
  latestPrecedents,
  precedentsByIds,
  putDraft,
  removeDraft,
  scannedPrecedents,
} from "#db/queries/precedents.ts";
import { guessClaimant } from "#domain/claimant-guess.ts";
import { isAppError } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import type { ExportFile } from "#server/export/index.ts";
import { CHECK_FIELDS, type Check } from "#server/import/check.ts";
import { readApart } from "#server/import/read-apart.ts";
import { droppedIn, type Reading, readFile } from "#server/import/read-file.ts";
import type { Mapping } from "#server/import/table.ts";
import { checksAsFeed } from "#server/import/write-checks.ts";
import { createLine } from "#server/in-turns.ts";
import {
  demandChecks,
  demandDraft,
  endUnfinished,
  type Imported,
  importAll,
  importInParts,
} from "#server/precedents/importing.ts";
import { type Likeness, lookUp } from "#server/precedents/look-up.ts";
import { type Preview, previewOf } from "#server/precedents/preview.ts";
import { unspacedIn } from "#server/precedents/telling.ts";
import { isLong, partsQuery, type Query, readQuery, scanWords, wordsQuery } from "#server/search/query.ts";
import { demand } from "#server/services/access.ts";
import { decidedBefore, decideOnce, inTransaction, type Once } from "#server/services/decide.ts";

export type PrecedentView = Omit<Check, "body" | "publisherUrl" | "saidWhere"> & {
  id: number;
  /** So many places where it was seen, and works that it rests on, are not shown. */
  left: number;
  /** How it came here. */
  came: { fileName: string; at: number; by: string };
};
export type AlikePrecedent = { precedent: PrecedentView; likeness: Likeness };
type Brought = { fileName: string; bytes: Uint8Array; reading?: Reading };
type Stated = { words: string; claimant: string; sentence?: string };

const PAGE = 50;
const MOST_SHOWN = 1_000;
/** Of the works that one precedent names: as many again of each. */
const MOST_WORKS = 10;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** A file that nobody decided on is not kept for ever. */
const DRAFT_DAYS = 7;

/** Checks that others published, which the desk took in to look things up in. Everybody here reads them; they are nobody's claims. */
export function precedentsService({ db, now, newId }: Pick<Context, "db" | "now" | "newId">) {
  // One file at a time: reading one may take much memory.
  const line = createLine();
  return {
    /** Those that came last, or that hold all the words, best first. */
    list(actor: Member, given: string, shown = PAGE) {
      demand(actor, "case.read");
      const query = readQuery(given);
      const { text } = query;
      const limit = Math.min(MOST_SHOWN, shown) + 1;
      const found = text === "" ? latestPrecedents(db, limit) : precedentsByIds(db, idsFor(query, limit));
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
    async preview(actor: Member): Promise<Preview | null> {
      demand(actor, "precedent.import");
      const draft = draftOf(db, actor.id);
      if (!draft) return null;
      const look = () => readApart(toRead(draft), (summary, parts) => previewOf(db, draft, summary, parts));
      return line(look).catch((error) => {
        // One that cannot be read is not kept: it would meet its member again each time.
        if (isAppError(error)) inTransaction(db, (tx) => removeDraft(tx, actor.id));
        throw error;
      });
    },

    /** Keeps a file to look at; nothing of it is taken in before `take`. */
    choose(actor: Member, { fileName, bytes }: { fileName: string; bytes: Uint8Array }): void {
      demand(actor, "precedent.import");
      if (bytes.length === 0) throw refusal("bad_input", "precedents", "choose_file");
      if (bytes.length > LIMITS.importFile)
        throw refusal("bad_input", "precedents", "too_large", { limit: Math.floor(LIMITS.importFile / 1024 / 1024) });
      inTransaction(db, (tx) => {
        const at = now();
        endUnfinished(tx, actor, at);
        forgetDrafts(tx, at - DRAFT_DAYS * DAY_MS);
        const row = { memberId: actor.id, id: newId(), fileName: namedShort(fileName), bytes: Buffer.from(bytes) };
        putDraft(tx, { ...row, mapping: null, at });
      });
    },

    /** Says what each column of the chosen table is. */
    chooseColumns(actor: Member, columns: readonly string[]): void {
      demand(actor, "precedent.import");
      const mapping = columns.map((one) => CHECK_FIELDS.find((field) => field === one) ?? null);
      inTransaction(db, (tx) => {
        const draft = draftOf(tx, actor.id);
        if (!draft) throw refusal("conflict", "precedents", "no_file");
        endUnfinished(tx, actor, now());
        putDraft(tx, { ...draft, id: newId(), mapping });
      });
    },

    discard(actor: Member): void {
      demand(actor, "precedent.import");
      inTransaction(db, (tx) => {
        endUnfinished(tx, actor, now());
        removeDraft(tx, actor.id);
      });
    },

    /**
     * Takes in the file that was looked at, a part at a time, so that nobody waits for it. What is cut off is gone on with
     * when it is asked for again: the file stays until its last part is in.
     * @throws AppError conflict when it is another file by now.
     */
    take(actor: Member, { id, once }: { id: string } & Once): Promise<Imported> {
      demand(actor, "precedent.import");
      return line(async () => {
        const decision = { once, of: ["precedents.take", id] };
        const before = decidedBefore<Imported>(db, actor, decision);
        if (before) return before;
        const draft = demandDraft(db, actor, id);
        return readApart(toRead(draft), ({ count, format, dropped }, parts) => {
          demandChecks(count);
          const begun = { id, fileName: draft.fileName, format, dropped };
          return importInParts({ db, now }, actor, { begun, parts, decision });
        });
      });
    },

    /** Takes in a file at once, as the command line does. */
    bring(actor: Member, { fileName, bytes, once, reading = readFile(bytes) }: Brought & Once) {
      demand(actor, "precedent.import");
      const name = namedShort(fileName);
      const of = ["precedents.bring", name, bytes.length];
      const begun = { id: newId(), fileName: name, format: reading.format, dropped: droppedIn(reading) };
      const counts = decideOnce({ db, now }, actor, { once, of }, (tx, at) =>
        importAll(tx, actor, begun, { checks: reading.checks, at }),
      );
      return { counts, reading };
    },
  };

  /** By words and by parts of them; one or two signs of a script without spaces, which no index knows, by reading all. */
  function idsFor(query: Query, limit: number): number[] {
    const { text, terms } = query;
    const words = terms.length > 0 ? bestPrecedents(db, "precedent_words", wordsQuery(terms), limit) : [];
    const parts = unspacedIn(text) === "" ? null : partsQuery(terms);
    const ids = [...words, ...(parts ? bestPrecedents(db, "precedent_parts", parts, limit) : [])];
    if (ids.length > 0 || terms.some((one) => one.words.some(isLong))) return [...new Set(ids)].slice(0, limit);
    const signs = scanWords(query);
    return signs.length === 0 ? [] : scannedPrecedents(db, signs, limit);
  }

  function* everyCheck(): Generator<Check> {
    let page = allPrecedents(db, 0, 500);
    while (page.length > 0) {
      yield* page;
      page = allPrecedents(db, page.at(-1)?.id ?? 0, 500);
    }
  }
}

const toRead = ({ bytes, mapping }: { bytes: Uint8Array; mapping: (string | null)[] | null }) => ({
  bytes,
  mapping: mapping as Mapping | null,
});

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
  const [appearances, citations] = [view.appearances.slice(0, MOST_WORKS), view.citations.slice(0, MOST_WORKS)];
  const left = view.appearances.length + view.citations.length - appearances.length - citations.length;
  return { ...view, appearances, citations, left, came };
}
