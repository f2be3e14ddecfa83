import { claimByNumber } from "#db/queries/claims.ts";
import { claimOfRelease, deleteLeftDrafts, lastReleaseNumber, releasesOf } from "#db/queries/releases.ts";
import type { ReleasedSet } from "#domain/claim-set.ts";
import { notFound } from "#domain/errors.ts";
import type { Context, Member } from "#server/context.ts";
import {
  EXPORT_FORMATS,
  type ExportFile,
  type ExportFormatId,
  exportClaim,
  exportRelease,
  passesOf,
} from "#server/export/index.ts";
import { createWritings, ended, type Writing } from "#server/export/writings.ts";
import { createLine, inTurns } from "#server/in-turns.ts";
import { caseFor } from "#server/services/access.ts";
import type { Once } from "#server/services/decide.ts";
import { createOverviews } from "#server/services/overviews.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import { type Preflight, preflightOf } from "#server/services/preflight.ts";
import { type AskedPreflight, type PreflightPage, preflightPage, readyHash } from "#server/services/preflight-page.ts";
import { making } from "#server/services/release-making.ts";
import { type AskedOfRelease, claimsShown } from "#server/services/release-part.ts";
import { type ReleaseView, releaseView } from "#server/services/release-view.ts";
import { releasedSet, releaseFor } from "#server/services/released-set.ts";

export type ReleaseRow = { number: number; madeAt: number; madeBy: Person | null; claims: number; sha256: string };

/** What a person saw as ready: the claims, or the hash of that list. */
type Expected = Parameters<typeof readyHash>[0] | string;

const FIRST_PAGE: AskedOfRelease = { page: 1, words: "", claimNumber: null };

/** Immutable claim sets. Only claims whose sign-offs are current and complete go in, as they were signed; without any, one tells of retractions. */
export function releasesService(context: Context) {
  const { db, live } = context;
  const [writings, inLine, overview] = [createWritings(), createLine(), createOverviews(context)];
  return {
    /** What a release would hold now and what blocks the rest, each reason with the place where it is mended. */
    preflight: (actor: Member, caseNumber: number): Promise<Preflight> => inTurns(looking(actor, caseNumber)),

    /** The same page by page, for the screen. */
    async preflightPage(actor: Member, caseNumber: number, asked: AskedPreflight): Promise<PreflightPage> {
      return preflightPage(await inTurns(looking(actor, caseNumber)), asked);
    },

    /**
     * Freezes what the person saw as ready, beside other work; under its key the actor can ask how far that is.
     * @throws AppError conflict when that is no longer the same.
     */
    async make(actor: Member, caseNumber: number, { expected, once }: { expected: Expected } & Once) {
      const { id } = caseFor(db, actor, caseNumber, "release.make");
      const seen = typeof expected === "string" ? expected : readyHash(expected);
      const writing = writings.begin(`${actor.id} ${once}`, 0);
      const work = () => inTurns(making(context, actor, { caseNumber, seen, once }, writing));
      const made = await ended(writing, inLine(work));
      live.publish(id, { type: "case" });
      return made;
    },

    list(actor: Member, caseNumber: number): ReleaseRow[] {
      const parent = caseFor(db, actor, caseNumber, "release.read");
      const people = peopleById(db);
      return releasesOf(db, parent.id).map((one) => ({ ...one, madeBy: pick(people, one.madeBy) }));
    },

    /** The formats a release can be downloaded in, in the order in which they are offered. */
    formats(): { id: ExportFormatId; label: string }[] {
      return EXPORT_FORMATS.map(({ id, label }) => ({ id, label }));
    },

    /** One release to read, page by page: what its files say. The CSV for people leads there. */
    async read(
      actor: Member,
      caseNumber: number,
      releaseNumber: number,
      asked: AskedOfRelease = FIRST_PAGE,
    ): Promise<ReleaseView> {
      const release = releaseFor(db, actor, caseNumber, releaseNumber);
      const shown = await inTurns(claimsShown(db, release, asked));
      const { count } = releasedSet(db, release);
      return releaseView({ ...release, count, ...shown }, lastReleaseNumber(db, release.caseId));
    },

    /** The ClaimReview of one claim of a release, for the page that shows this claim alone. */
    claimFile(actor: Member, caseNumber: number, releaseNumber: number, claimNumber: number): ExportFile {
      const { id, caseId, head } = releaseFor(db, actor, caseNumber, releaseNumber);
      const claimId = claimByNumber(db, caseId, claimNumber)?.id;
      const claim = claimId ? claimOfRelease(db, id, claimId) : null;
      if (!claim) throw notFound("claim");
      return exportClaim(head, claim);
    },

    /** One export of one release; always the same bytes. Under `mark` the actor can ask how far it is. */
    file(actor: Member, caseNumber: number, releaseNumber: number, formatId: string, mark = ""): ExportFile {
      const set = releasedSet(db, releaseFor(db, actor, caseNumber, releaseNumber));
      const write = (claims: ReleasedSet) => exportRelease(claims, formatId);
      return mark ? writings.follow(`${actor.id} ${mark}`, set, passesOf(formatId), write) : write(set);
    },

    /** How far a file or a release is that the actor asked for; null for what nobody asked for, or too long ago. */
    writing: (actor: Member, mark: string): Writing | null => writings.find(`${actor.id} ${mark}`),

    /** Forgets releases that were being made when the process ended; called once at start. */
    clearUp: (): void => void deleteLeftDrafts(db),
  };

  function* looking(actor: Member, caseNumber: number): Generator<undefined, Preflight> {
    const parent = caseFor(db, actor, caseNumber, "release.read");
    const { sorted, ...beside } = yield* overview(actor, parent);
    return preflightOf(parent, sorted, beside);
  }
}
