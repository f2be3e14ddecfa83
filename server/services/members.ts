import {
  allMembers,
  countActiveAdmins,
  deactivateMember,
  deleteSessionsOf,
  lastSeen,
  memberById,
  updateRole,
} from "#db/queries/people.ts";
import { notFound } from "#domain/errors.ts";
import { CLOSE } from "#domain/protocol.ts";
import type { Role } from "#domain/roles.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { demand } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { leavingNames } from "#server/services/leaving-names.ts";
import { activePeople, type Person } from "#server/services/people-view.ts";

export type MemberRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  colour: number;
  /** Under which name they appear in what leaves the desk: their own where they chose none. */
  byline: string;
  lastSeenAt: number | null;
  deactivatedAt: number | null;
};

/** The people of the desk: who they are, what they may do, and how somebody leaves. */
export function membersService({ db, now, rooms, live }: Context) {
  return {
    /** Everybody who can be named in a case today; open to all members, without addresses. */
    colleagues(actor: Member): Person[] {
      demand(actor, "case.read");
      return activePeople(db).map(({ id, name, colour, role }) => ({ id, name, colour, role }));
    },

    list(actor: Member): MemberRow[] {
      demand(actor, "member.invite");
      const seen = new Map(
        lastSeen(db)
          .reverse()
          .map((one) => [one.memberId, one.at]),
      );
      const names = leavingNames(db);
      return allMembers(db).map(({ id, name, email, role, colour, deactivatedAt }) => ({
        id,
        name,
        email,
        role,
        colour,
        byline: names.get(id) ?? name,
        deactivatedAt,
        lastSeenAt: seen.get(id) ?? null,
      }));
    },

    /** Takes effect at once: the member's sockets close and come back with the new role, and pages that are being opened are read again. */
    setRole(actor: Member, memberId: string, { role, once }: { role: Role } & Once): void {
      demand(actor, "member.manage");
      decideOnce({ db, now }, actor, { once, of: ["member.setRole", memberId, role] }, (tx, at) => {
        const member = memberById(tx, memberId);
        if (!member || member.deactivatedAt !== null) throw notFound("member");
        demandAnotherAdmin(member.role, role);
        updateRole(tx, memberId, role);
        record(tx, {
          type: "member.role_changed",
          actorId: actor.id,
          body: { memberId, from: member.role, to: role },
          at,
        });
      });
      live.renew();
      rooms.closeWhere((socket) => socket.memberId === memberId, CLOSE.resync, "Your role was changed");
    },

    /** Ends every session and socket of the member; the name stays on the record. */
    deactivate(actor: Member, memberId: string, { once }: Once): void {
      demand(actor, "member.manage");
      decideOnce({ db, now }, actor, { once, of: ["member.deactivate", memberId] }, (tx, at) => {
        const member = memberById(tx, memberId);
        if (!member || member.deactivatedAt !== null) throw notFound("member");
        demandAnotherAdmin(member.role, null);
        deactivateMember(tx, memberId, at);
        deleteSessionsOf(tx, memberId);
        record(tx, { type: "member.deactivated", actorId: actor.id, body: { memberId }, at });
      });
      live.renew();
      rooms.closeWhere((socket) => socket.memberId === memberId, CLOSE.signedOut, "Your account was closed");
    },
  };

  function demandAnotherAdmin(from: Role, to: Role | null): void {
    if (from === "admin" && to !== "admin" && countActiveAdmins(db) <= 1) {
      throw refusal("conflict", "people", "only_admin");
    }
  }
}
