import type { Db } from "#db/client.ts";
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
    make(actor: Member, { once, ...wanted }: NewToken & Once): { token: string; expiresAt: number } {
      const { label, scopes, days } = good(wanted);
      const token = PREFIX + newToken();
      const hash = tokenHash(token);
      const made = decideOnce({ db, now }, actor, { once, of: ["token.make", label, scopes, days] }, (tx, at) => {
        const keeping = { id: newId(), hash, memberId: actor.id, at };
        return { hash, expiresAt: keep(tx, actor.id, { ...keeping, label, scopes, days }) };
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
        takeBack(tx, actor.id, token, at);
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

/** Makes a token for a member in the name of whoever runs the server. It is given once. @throws AppError bad_input. */
export function makeTokenFor(tx: Db, memberId: string, { id, at, ...wanted }: NewToken & { id: string; at: number }) {
  const token = PREFIX + newToken();
  const expiresAt = keep(tx, null, { id, hash: tokenHash(token), memberId, at, ...good(wanted) });
  return { token, expiresAt };
}

type Kept = NewToken & { id: string; hash: string; memberId: string; at: number };

/** Returns until when it works. The record says in whose name it was made where that is not the actor. */
function keep(tx: Db, actorId: string | null, { id, hash, memberId, label, scopes, days, at }: Kept): number {
  const expiresAt = at + days * DAY_MS;
  insertToken(tx, { id, tokenHash: hash, memberId, label, scopes, createdAt: at, expiresAt });
  const body = { tokenId: id, label, scopes, expiresAt, ...(actorId === null && { memberId }) };
  record(tx, { type: "token.made", actorId, body, at });
  return expiresAt;
}

type Known = { id: string; label: string; memberId: string };

/** What asks with it is refused from then on; null as the actor is whoever runs the server. */
export function takeBack(tx: Db, actorId: string | null, { id, label, memberId }: Known, at: number): void {
  revokeToken(tx, id, at);
  record(tx, { type: "token.revoked", actorId, body: { tokenId: id, label, memberId }, at });
}

function good({ label: given, scopes: asked, days }: NewToken): NewToken {
  const [label, scopes] = [given.trim(), SCOPES.filter((one) => asked.includes(one))];
  const length = [...label].length;
  if (length === 0 || length > LIMITS.name) throw refusal("bad_input", "tokens", "name_it", { limit: LIMITS.name });
  if (scopes.length === 0) throw refusal("bad_input", "tokens", "choose_scopes");
  if (!Number.isInteger(days) || days < 1 || days > 365) throw refusal("bad_input", "tokens", "choose_days");
  return { label, scopes, days };
}
