import { insertToken, revokeToken, tokenById, tokensOf, tokenWithMember, touchToken } from "#db/queries/tokens.ts";
import { notFound } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import { can } from "#domain/roles.ts";
import { SCOPES, type Scope } from "#domain/scopes.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import { newToken, tokenHash } from "#server/services/secrets.ts";

/** Says what it is to whoever finds one in a log or a repository. */
const PREFIX = "assay_";
const DAY_MS = 24 * 60 * 60 * 1_000;
const TOUCH_EVERY_MS = 60_000;

export type NewToken = { label: string; scopes: Scope[]; days: number };
export type TokenRow = {
  id: string;
  label: string;
  scopes: Scope[];
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
  ended: boolean;
  owner: Person | null;
  mine: boolean;
};

/** Keys with which programs ask in a member's name: within the member's role, as it is at that moment. */
export function tokensService({ db, now, newId }: Context) {
  return {
    /** One's own; an admin sees everybody's. */
    list(actor: Member): TokenRow[] {
      const people = peopleById(db);
      return tokensOf(db, can(actor, "member.manage") ? null : actor.id).map(({ memberId, ...token }) => ({
        ...token,
        ended: token.expiresAt <= now(),
        owner: pick(people, memberId),
        mine: memberId === actor.id,
      }));
    },

    /** `days` from 1 to 365. The token itself is given once; only its hash is kept. @throws AppError bad_input. */
    make(actor: Member, { label, scopes, days, once }: NewToken & Once): { token: string; expiresAt: number } {
      demandGood({ label, scopes, days });
      const token = PREFIX + newToken();
      const hash = tokenHash(token);
      const wanted = SCOPES.filter((one) => scopes.includes(one));
      const made = decideOnce({ db, now }, actor, { once, of: ["token.make", label, wanted, days] }, (tx, at) => {
        const id = newId();
        const expiresAt = at + days * DAY_MS;
        const row = { id, tokenHash: hash, memberId: actor.id, label: label.trim(), scopes: wanted };
        insertToken(tx, { ...row, createdAt: at, expiresAt });
        const body = { tokenId: id, label: row.label, scopes: wanted, expiresAt };
        record(tx, { type: "token.made", actorId: actor.id, body, at });
        return { hash, expiresAt };
      });
      // The page was sent twice: the first answer, with the token in it, is on its way.
      if (made.hash !== hash) throw refusal("conflict", "tokens", "made_already");
      return { token, expiresAt: made.expiresAt };
    },

    /** Takes one's own back, or as an admin anybody's; what it asks for is refused from then on. */
    revoke(actor: Member, id: string, { once }: Once): void {
      decideOnce({ db, now }, actor, { once, of: ["token.revoke", id] }, (tx, at) => {
        const token = tokenById(tx, id);
        if (!token || (token.memberId !== actor.id && !can(actor, "member.manage"))) throw notFound("token");
        revokeToken(tx, id, at);
        const body = { tokenId: id, label: token.label, memberId: token.memberId };
        record(tx, { type: "token.revoked", actorId: actor.id, body, at });
        return null;
      });
    },

    /** Who asks with this token, and what it may be used for; null where it is none, or not any more. */
    read(token: string): { id: string; member: Member; scopes: Scope[] } | null {
      if (!token.startsWith(PREFIX)) return null;
      const found = tokenWithMember(db, tokenHash(token));
      const at = now();
      if (!found || found.token.revokedAt !== null || found.token.expiresAt <= at) return null;
      if (found.member.deactivatedAt !== null) return null;
      touch(found.token, at);
      const { id, name, email, role, colour } = found.member;
      return { id: found.token.id, scopes: found.token.scopes, member: { id, name, email, role, colour } };
    },
  };

  // A full disk must not keep programs from reading.
  function touch({ id, lastUsedAt }: { id: string; lastUsedAt: number | null }, at: number): void {
    if (lastUsedAt !== null && at - lastUsedAt < TOUCH_EVERY_MS) return;
    try {
      touchToken(db, id, at);
    } catch {
      // The time of its last use stays where it was.
    }
  }
}

function demandGood({ label, scopes, days }: NewToken): void {
  const length = [...label.trim()].length;
  if (length === 0 || length > LIMITS.name) throw refusal("bad_input", "tokens", "name_it", { limit: LIMITS.name });
  if (scopes.length === 0) throw refusal("bad_input", "tokens", "choose_scopes");
  if (!Number.isInteger(days) || days < 1 || days > 365) throw refusal("bad_input", "tokens", "choose_days");
}
