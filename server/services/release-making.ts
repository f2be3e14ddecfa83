import { isDeepStrictEqual } from "node:util";
import { memberById } from "#db/queries/people.ts";
import type { ReleaseHead } from "#domain/claim-set.ts";
import { canonicalJson } from "#domain/content.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import type { Writing } from "#server/export/writings.ts";
import { makeCheckpoint } from "#server/proof/checkpoints.ts";
import { caseFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decidedBefore, decideOnce, inTransaction, type Once } from "#server/services/decide.ts";
import { leavingNames } from "#server/services/leaving-names.ts";
import { type SortedOut, sortOut } from "#server/services/preflight.ts";
import { readyHash } from "#server/services/preflight-page.ts";
import type { Made } from "#server/services/release-composing.ts";
import { releaseDraft } from "#server/services/release-draft.ts";
import { lookOver } from "#server/services/release-looks.ts";
import { comparing } from "#server/services/release-unchanged.ts";

type Numbered = { number: number };
/** `seen`: the hash of what the person saw as ready. */
export type Wanted = { caseNumber: number; seen: string } & Once;

/** How often what was decided meanwhile, on claims that stay ready, is taken in before it is refused. */
const ROUNDS = 5;

/**
 * Makes a release in turns, so that others are answered meanwhile. What is edited and decided while it is put together is
 * looked at in the one transaction that makes it: no sign-off is covered that does not stand in that moment.
 * @throws AppError conflict when what is ready is no longer what the person saw.
 */
export function* making(
  context: Context,
  actor: Member,
  wanted: Wanted,
  writing: Writing,
): Generator<undefined, Numbered> {
  const { db, now, newId, rooms, origin, signer } = context;
  const { caseNumber, seen, once } = wanted;
  const parent = caseFor(db, actor, caseNumber, "release.make");
  const decision = { once, of: ["release.make", parent.id, seen] };
  const before = decidedBefore<Numbered>(db, actor, decision);
  if (before) return before;
  rooms.settle(parent.id);
  const look = lookOver(db, parent);
  yield* look.all();
  const releaseId = newId();
  const draft = releaseDraft(db, releaseId, writing);
  let made: Numbered | null = null;
  try {
    demandSameCase(look.again());
    for (let round = 0; round < ROUNDS && !made; round++) {
      const sorted = sortOut(db, parent, look.claims());
      demandAsSeen(sorted, seen);
      writing.of = sorted.ready.length;
      const release = { parent, actor, at: now(), names: leavingNames(db), origin, key: signer.line };
      if (yield* comparing(db, sorted, release))
        throw refusal("conflict", "release", "nothing_new", { last: sorted.nextNumber - 1 });
      yield* draft.write(sorted, release);
      const head = draft.head(sorted, release);
      const sha256 = yield* draft.hash(head);
      made = decide(sorted, release, { head, sha256 });
    }
    if (!made) throw refusal("conflict", "release", "keeps_changing");
    return made;
  } finally {
    if (!made) yield* draft.discard();
  }

  /** Null when something changed that is written down already: it is written anew. */
  function decide(sorted: SortedOut, release: Made, { head, sha256 }: Hashed): Numbered | null {
    rooms.settle(parent.id);
    return inTransaction(db, (tx) => {
      caseFor(tx, { ...actor, role: memberById(tx, actor.id)?.role ?? "viewer" }, caseNumber, "release.make");
      const changes = look.again();
      demandSameCase(changes);
      const today = sortOut(tx, parent, look.claims());
      if (changes.claimIds.length > 0) demandAsSeen(today, seen);
      const isNamedAnew = !isDeepStrictEqual(leavingNames(tx), release.names);
      const isOther = isNamedAnew || canonicalJson(draft.head(today, release)) !== canonicalJson(head);
      if (draft.forget(changes.claimIds) || isOther) return null;
      return decideOnce({ db: tx, now }, actor, decision, (inner, at) => {
        draft.release(inner, head, { sha256, made: release });
        const { number } = head.release;
        const body = { number, sha256, claims: sorted.ready.map(({ row }) => row.reference) };
        record(inner, { type: "release.made", actorId: actor.id, caseId: parent.id, body, at });
        makeCheckpoint(inner, { signers: [signer], at, releaseId });
        return { number };
      });
    });
  }
}

type Hashed = { head: ReleaseHead; sha256: string };

function demandSameCase({ isOther }: { isOther: boolean }): void {
  if (isOther) throw refusal("conflict", "release", "list_changed");
}

function demandAsSeen({ ready, retractions }: SortedOut, seen: string): void {
  if (ready.length === 0 && retractions === 0) throw refusal("conflict", "release", "none_ready");
  const today = ready.map(({ row }) => ({ claimId: row.id, contentHash: row.contentHash }));
  if (readyHash(today) !== seen) throw refusal("conflict", "release", "list_changed");
}
