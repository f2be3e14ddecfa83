import {
  publicationOf,
  putPublication,
  readPublicPages,
  withdrawPublication,
  writePublicPages,
} from "#db/queries/publications.ts";
import { claimOfRelease, lastReleaseNumber, releaseByNumber } from "#db/queries/releases.ts";
import { withheldClaimOf } from "#db/queries/withheld-claims.ts";
import type { releases } from "#db/schema/releases.ts";
import { can } from "#domain/roles.ts";
import type { Language } from "#domain/words/languages.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { releasePath } from "#server/public/address.ts";
import { accessOf, caseFor, demand } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { releaseFor } from "#server/services/released-set.ts";
import { nameOf, reasonIn, type TakenOff, type WithheldView, withheldIn } from "#server/services/withheld-claims.ts";

type Release = typeof releases.$inferSelect;

export type PublicPagesView = { isOn: boolean; language: Language; address: string; hasAddress: boolean };

export type PublicationView = {
  /** `hidden`: published, and its case was restricted since. */
  state: "never" | "public" | "hidden" | "withdrawn";
  /** Since when. */
  at: number | null;
  /** Why it was taken off and by whom; null while it was not, or where nobody was asked. */
  why: TakenOff | null;
  /** The claims of this release that its pages do not show. */
  withheld: WithheldView[];
  /** What the newest release withdraws of it, where no reader can know of that yet. */
  untold: { number: number; claims: string[] } | null;
  address: string;
  isRestricted: boolean;
  mayPublish: boolean;
};

/**
 * What the desk shows to everybody: whether it has public pages at all, and which releases stand there.
 * `hasAddress`: the desk was told under which address people reach it.
 */
export function publicationsService({ db, now, origin, live }: Context, hasAddress: boolean) {
  return {
    pages(actor: Member): PublicPagesView {
      demand(actor, "member.manage");
      const { isOn = false, language = "en" } = readPublicPages(db) ?? {};
      return { isOn, language, address: `${origin}/published`, hasAddress };
    },

    /** @throws AppError conflict while nobody said under which address the desk is reached. */
    setPages(actor: Member, { isOn, language, once }: { isOn: boolean; language: Language } & Once): void {
      demand(actor, "member.manage");
      if (isOn && !hasAddress) throw refusal("conflict", "publishing", "no_address");
      decideOnce({ db, now }, actor, { once, of: ["publications.setPages", isOn, language] }, (tx, at) => {
        const before = readPublicPages(tx);
        if (before?.isOn === isOn && before.language === language) return;
        writePublicPages(tx, { isOn, language });
        record(tx, { type: "desk.public_pages_set", actorId: actor.id, body: { isOn, language }, at });
      });
    },

    /** How a release stands; null while the desk has no public pages. */
    read(actor: Member, caseNumber: number, releaseNumber: number): PublicationView | null {
      const release = releaseFor(db, actor, caseNumber, releaseNumber);
      if (!readPublicPages(db)?.isOn) return null;
      const parent = caseFor(db, actor, caseNumber, "release.read");
      const stands = standing(release, parent.restricted);
      return {
        ...stands,
        untold: stands.state === "public" ? untoldOf(release) : null,
        withheld: withheldIn(db, release),
        address: `${origin}${releasePath(caseNumber, releaseNumber)}`,
        isRestricted: parent.restricted,
        mayPublish: can(actor, "release.make", accessOf(db, parent)),
      };
    },

    /** Shows the release to everybody. @throws AppError conflict when it is shown already; bad_input when a restricted case was not confirmed. */
    publish(
      actor: Member,
      caseNumber: number,
      releaseNumber: number,
      { confirmed, once }: { confirmed: boolean } & Once,
    ): void {
      const parent = caseFor(db, actor, caseNumber, "release.make");
      const release = releaseFor(db, actor, caseNumber, releaseNumber);
      decideOnce({ db, now }, actor, { once, of: ["release.publish", release.id, confirmed] }, (tx, at) => {
        // As it is now: somebody may have restricted it since this form was opened.
        const { restricted } = caseFor(tx, actor, caseNumber, "release.make");
        if (!readPublicPages(tx)?.isOn) throw refusal("conflict", "publishing", "switched_off");
        if (restricted && !confirmed) throw refusal("bad_input", "publishing", "confirm_restricted");
        if (standing(release, restricted).state === "public") throw refusal("conflict", "publishing", "public_already");
        putPublication(tx, {
          ...{ releaseId: release.id, publishedAt: at, publishedBy: actor.id },
          ...{ despiteRestricted: restricted, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null },
        });
        const { number, sha256 } = release;
        record(tx, {
          ...{ type: "release.published", actorId: actor.id, caseId: parent.id },
          ...{ body: { number, sha256, restricted }, at },
        });
      });
      live.publish(parent.id, { type: "case" });
    },

    /** Takes it off: its address says so from now on. @throws AppError bad_input without a reason; conflict when it is not published. */
    withdraw(
      actor: Member,
      caseNumber: number,
      releaseNumber: number,
      { reason: given, once }: { reason: string } & Once,
    ): void {
      const parent = caseFor(db, actor, caseNumber, "release.make");
      const release = releaseFor(db, actor, caseNumber, releaseNumber);
      const reason = reasonIn(given);
      decideOnce({ db, now }, actor, { once, of: ["release.withdraw", release.id, reason] }, (tx, at) => {
        const publication = publicationOf(tx, release.id);
        if (!publication || publication.withdrawnAt !== null) throw refusal("conflict", "publishing", "not_public");
        withdrawPublication(tx, { releaseId: release.id, at, by: actor.id, reason });
        const { number } = release;
        record(tx, { type: "release.withdrawn", actorId: actor.id, caseId: parent.id, body: { number, reason }, at });
      });
      live.publish(parent.id, { type: "case" });
    },
  };

  function untoldOf({ id, caseId }: Release): PublicationView["untold"] {
    const newest = releaseByNumber(db, caseId, lastReleaseNumber(db, caseId));
    const publication = newest && publicationOf(db, newest.id);
    if (!newest || publication?.withdrawnAt === null) return null;
    const claims = (newest.head.retractions ?? []).filter(({ claimId }) => claimOfRelease(db, id, claimId) !== null);
    const shown = claims.filter(({ claimId }) => withheldClaimOf(db, claimId) === null);
    return shown.length > 0 ? { number: newest.number, claims: shown.map((one) => one.reference) } : null;
  }

  function standing(release: Release, restricted: boolean): Pick<PublicationView, "state" | "at" | "why"> {
    const publication = publicationOf(db, release.id);
    if (!publication) return { state: "never", at: null, why: null };
    const { publishedAt, withdrawnAt, withdrawnBy, withdrawnReason: reason, despiteRestricted } = publication;
    if (withdrawnAt !== null) {
      const why = reason === null ? null : { reason, by: nameOf(db, withdrawnBy) };
      return { state: "withdrawn", at: withdrawnAt, why };
    }
    return { state: restricted && !despiteRestricted ? "hidden" : "public", at: publishedAt, why: null };
  }
}
