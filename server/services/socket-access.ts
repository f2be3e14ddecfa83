import type { Db } from "#db/client.ts";
import { caseById } from "#db/queries/cases.ts";
import { claimById } from "#db/queries/claims.ts";
import { can } from "#domain/roles.ts";
import type { Member } from "#server/context.ts";
import type { SessionCookie } from "#server/http/cookies.ts";
import { accessOf } from "#server/services/access.ts";

type ReadSession = (sessionId: string | null) => { member: Member; sessionHash: string } | null;

/** What the sockets ask about a person, at the moment they ask: who it is, and what is open to them. */
export function socketAccess(db: Db, cookie: SessionCookie, readSession: ReadSession) {
  return {
    authenticate: (cookieHeader: string | undefined) => readSession(cookie.read(cookieHeader)),

    /** Null when the claim does not exist or its case is not open to the member: the two look alike. */
    access(member: Member, claimId: string): { caseId: string; canEdit: boolean } | null {
      const claim = claimById(db, claimId);
      const parent = claim && caseById(db, claim.caseId);
      if (!parent) return null;
      const access = accessOf(db, parent);
      return can(member, "case.read", access)
        ? { caseId: parent.id, canEdit: can(member, "claim.edit", access) }
        : null;
    },

    caseAccess(member: Member, caseId: string): boolean {
      const parent = caseById(db, caseId);
      return parent !== null && can(member, "case.read", accessOf(db, parent));
    },
  };
}
