import { isDeepStrictEqual } from "node:util";
import type { MethodPages } from "#domain/claim-set.ts";
import type { Context, Member } from "#server/context.ts";
import type { LintedClaim } from "#server/lint/lint.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { type LeavingNames, leavingNames } from "#server/services/leaving-names.ts";
import { methodPages } from "#server/services/method-pages.ts";
import { type SortedOut, sortOut } from "#server/services/preflight.ts";
import { type Advice, advising } from "#server/services/publishing-advice.ts";
import { lookOver } from "#server/services/release-looks.ts";
import { comparing } from "#server/services/release-unchanged.ts";

/** From so many claims on, looking over all of them takes long enough to keep what was found. */
const LARGE = 500;
/** Cases of which it is kept; the one that was asked for longest ago is forgotten. */
const CASES = 4;

/** The claims of a case before a release, and what is told beside them. */
export type Overview = { sorted: SortedOut; unchanged: boolean; advice: Advice[] };

type Kept = {
  look: ReturnType<typeof lookOver>;
  linted: Map<string, LintedClaim>;
  /** Counts what changed, so that nothing is kept that was found before a change. */
  changes: number;
  found: Overview | null;
  /** Under what that was found: with another byline or page of the desk a release would hold something else. */
  desk: { names: LeavingNames; pages: MethodPages } | null;
};

/** Looks over cases before their releases, and of large ones later only over what changed since. */
export function createOverviews({ db, now, origin, signer }: Context, large = LARGE) {
  const kept = new Map<string, Kept>();

  return function* overview(actor: Member, parent: CaseRecord): Generator<undefined, Overview> {
    const one = broughtUp(parent.id) ?? (yield* begun(parent));
    const desk = { names: leavingNames(db), pages: methodPages(db) };
    if (one.found && isDeepStrictEqual(desk, one.desk)) return one.found;
    const { changes } = one;
    const sorted = sortOut(db, parent, one.look.claims());
    const ready = sorted.ready.map(({ row }) => row);
    const unchanged = yield* comparing(db, sorted, {
      parent,
      actor,
      at: now(),
      names: desk.names,
      origin,
      key: signer.line,
    });
    const advice = yield* advising(db, parent, { ready, deskUrl: origin, linted: one.linted });
    const found = { sorted, unchanged, advice };
    if (one.changes === changes) Object.assign(one, { found, desk });
    return found;
  };

  /** What is kept of a case, with what changed since looked at again; null where all of it has to be. */
  function broughtUp(caseId: string): Kept | null {
    const one = kept.get(caseId);
    if (!one) return null;
    kept.delete(caseId);
    const { claimIds, isOther } = one.look.again();
    if (isOther) return null;
    for (const id of claimIds) one.linted.delete(id);
    if (claimIds.length > 0) Object.assign(one, { changes: one.changes + 1, found: null });
    kept.set(caseId, one);
    return one;
  }

  function* begun(parent: CaseRecord): Generator<undefined, Kept> {
    const look = lookOver(db, parent);
    yield* look.all();
    const { isOther } = look.again();
    const one: Kept = { look, linted: new Map(), changes: 0, found: null, desk: null };
    if (!isOther && look.claims().length >= large) keep(parent.id, one);
    return one;
  }

  function keep(caseId: string, one: Kept): void {
    kept.set(caseId, one);
    const [oldest] = kept.keys();
    if (kept.size > CASES && oldest !== undefined) kept.delete(oldest);
  }
}
