import {
  allInvites,
  countMembers,
  insertInvite,
  insertMember,
  inviteByToken,
  memberByEmail,
  memberById,
  readDesk,
  revokeInvite,
  useInvite,
} from "#db/queries/people.ts";
import { type AppError, notFound } from "#domain/errors.ts";
import { tidyName } from "#domain/member-name.ts";
import { can, ROLES, type Role } from "#domain/roles.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { demand } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, inTransaction, type Once } from "#server/services/decide.ts";
import { demandGoodName, peopleById, pick } from "#server/services/people-view.ts";
import { demandGoodPassword, hashPassword, newToken, tokenHash } from "#server/services/secrets.ts";

const VALID_MS = 72 * 60 * 60 * 1_000;

export type InviteRow = {
  id: string;
  role: Role;
  note: string;
  createdByName: string;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
  revokedAt: number | null;
};

/** Links that let one person join, once, within 72 hours, with the role fixed when the link was made. */
export function invitesService({ db, now, newId, origin, live }: Context) {
  return {
    list(actor: Member): InviteRow[] {
      demand(actor, "member.invite");
      const people = peopleById(db);
      return allInvites(db).map(({ id, role, note, createdBy, createdAt, expiresAt, usedAt, revokedAt }) => ({
        id,
        role,
        note,
        createdByName: pick(people, createdBy)?.name ?? "",
        createdAt,
        expiresAt,
        usedAt,
        revokedAt,
      }));
    },

    /** Nobody can invite above their own role. `note` says for whom, to colleagues only. The address is shown once; only its hash is stored. */
    make(
      actor: Member,
      { role, note = "", once }: { role: Role; note?: string } & Once,
    ): { url: string; expiresAt: number } {
      demand(actor, "member.invite");
      if (ROLES.indexOf(role) > ROLES.indexOf(actor.role)) throw refusal("forbidden", "people", "invited_above");
      // The token is not part of the stored result: only its hash may be kept.
      const token = newToken();
      const hash = tokenHash(token);
      const made = decideOnce({ db, now }, actor, { once, of: ["invite.make", role, note] }, (tx, at) => {
        const id = newId();
        insertInvite(tx, {
          ...{ id, tokenHash: hash, role, note, createdBy: actor.id },
          ...{ createdAt: at, expiresAt: at + VALID_MS },
        });
        record(tx, { type: "invite.made", actorId: actor.id, body: { inviteId: id, role }, at });
        return { hash, expiresAt: at + VALID_MS };
      });
      if (made.hash !== hash) throw refusal("conflict", "people", "invitation_made");
      return { url: `${origin}/join/${token}`, expiresAt: made.expiresAt };
    },

    revoke(actor: Member, id: string, { once }: Once): void {
      demand(actor, "member.invite");
      decideOnce({ db, now }, actor, { once, of: ["invite.revoke", id] }, (tx, at) => {
        if (!allInvites(tx).some((one) => one.id === id)) throw notFound("invitation");
        if (revokeInvite(tx, id, at) === 0) throw refusal("conflict", "people", "invitation_gone");
        record(tx, { type: "invite.revoked", actorId: actor.id, body: { inviteId: id }, at });
      });
    },

    /** What an invitation offers; reading it, as link scanners do, uses nothing up. */
    read(token: string): { role: Role; deskName: string; invitedBy: string } | null {
      const invite = openInvite(token);
      const by = invite && pick(peopleById(db), invite.createdBy);
      return invite && by ? { role: invite.role, deskName: readDesk(db)?.name ?? "", invitedBy: by.name } : null;
    },

    /** @throws AppError gone when the link was used, taken back or is too old. */
    async accept(
      token: string,
      { name, email, password }: { name: string; email: string; password: string },
    ): Promise<{ memberId: string }> {
      if (!openInvite(token)) throw usedUp();
      demandGoodName(db, name);
      demandGoodPassword(password, [name, email, readDesk(db)?.name ?? ""]);
      const passwordHash = await hashPassword(password);
      const joined = inTransaction(db, (tx) => {
        const invite = openInvite(token);
        if (!invite) throw usedUp();
        const address = email.trim().toLowerCase();
        // Joining is not a way to find out who is a member: the answer names the link, not the address.
        if (memberByEmail(tx, address)) throw refusal("conflict", "people", "invitation_address");
        demandGoodName(tx, name);
        const memberId = newId();
        insertMember(tx, {
          id: memberId,
          email: address,
          name: tidyName(name),
          role: invite.role,
          passwordHash,
          colour: countMembers(tx) % 8,
          createdAt: now(),
        });
        if (useInvite(tx, invite.id, memberId, now()) === 0) throw usedUp();
        record(tx, {
          type: "member.joined",
          actorId: memberId,
          body: { role: invite.role, inviteId: invite.id },
          at: now(),
        });
        return { memberId };
      });
      live.renew();
      return joined;
    },
  };

  function openInvite(token: string) {
    const invite = inviteByToken(db, tokenHash(token));
    const isOpen = invite && invite.usedAt === null && invite.revokedAt === null && invite.expiresAt > now();
    return isOpen && mayStillInvite(invite.createdBy, invite.role) ? invite : null;
  }

  // An invitation is worth what its maker may do today: it ends when they leave or fall below its role.
  function mayStillInvite(makerId: string, role: Role): boolean {
    const maker = memberById(db, makerId);
    if (!maker || maker.deactivatedAt !== null || !can(maker, "member.invite")) return false;
    return ROLES.indexOf(role) <= ROLES.indexOf(maker.role);
  }

  function usedUp(): AppError {
    return readDesk(db) ? refusal("gone", "people", "used_invitation") : notFound("invitation");
  }
}
