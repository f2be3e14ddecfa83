import {
  deleteSession,
  forgetFailures,
  insertSession,
  memberByEmail,
  memberById,
  sessionWithMember,
  signInLinkByToken,
  touchSession,
} from "#db/queries/people.ts";
import { notFound } from "#domain/errors.ts";
import { CLOSE } from "#domain/protocol.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { record } from "#server/services/audit.ts";
import { inTransaction } from "#server/services/decide.ts";
import type { Person } from "#server/services/people-view.ts";
import { checkPassword, newToken, tokenHash } from "#server/services/secrets.ts";
import { demandFewFailures, noteFailure } from "#server/services/sign-in-limits.ts";

/** A shift without a request, and a week in any case. */
export const IDLE_MS = 8 * 60 * 60 * 1_000;
export const ABSOLUTE_MS = 7 * 24 * 60 * 60 * 1_000;
const TOUCH_EVERY_MS = 60_000;

export type SignIn = { email: string; password: string; network: string; userAgent: string };

/** Who is signed in, from the opaque id in the cookie. Sessions end after 8 idle hours or 7 days. */
export function sessionsService({ db, now, rooms }: Context) {
  function begin(memberId: string, userAgent: string): { sessionId: string } {
    const sessionId = newToken();
    const at = now();
    inTransaction(db, (tx) => {
      insertSession(tx, {
        idHash: tokenHash(sessionId),
        memberId,
        createdAt: at,
        lastSeenAt: at,
        userAgent: userAgent.slice(0, 300),
      });
      record(tx, { type: "member.signed_in", actorId: memberId, at });
    });
    return { sessionId };
  }

  return {
    begin,

    /** @throws AppError unauthenticated (the same for a wrong password and an unknown address) or too_many. */
    async signIn({ email, password, network, userAgent }: SignIn): Promise<{ sessionId: string }> {
      const address = email.trim().toLowerCase();
      demandFewFailures(db, { address, network, now: now() });
      const member = memberByEmail(db, address);
      const active = member !== null && member.deactivatedAt === null;
      const right = await checkPassword(active ? member.passwordHash : null, password);
      // Asked again, because attempts that arrive together are all checked before the first of them is noted.
      demandFewFailures(db, { address, network, now: now() });
      if (!right || !member) {
        noteFailure(db, { address, network, now: now() });
        throw refusal("unauthenticated", "people", "wrong_sign_in");
      }
      forgetFailures(db, now() - ABSOLUTE_MS);
      return begin(member.id, userAgent);
    },

    end(sessionId: string): void {
      const idHash = tokenHash(sessionId);
      const found = sessionWithMember(db, idHash);
      if (!found) return;
      inTransaction(db, (tx) => {
        deleteSession(tx, idHash);
        record(tx, { type: "member.signed_out", actorId: found.member.id, at: now() });
      });
      rooms.closeWhere((socket) => socket.sessionHash === idHash, CLOSE.signedOut, "Signed out");
    },

    /** The member behind a session id, or null. `touch` moves the idle time; sockets and loads that nobody asked for pass false. */
    read(sessionId: string | null, touch: boolean): { member: Member; sessionHash: string } | null {
      if (!sessionId) return null;
      const sessionHash = tokenHash(sessionId);
      const found = sessionWithMember(db, sessionHash);
      if (!found || found.member.deactivatedAt !== null) return null;
      const at = now();
      if (at - found.session.lastSeenAt > IDLE_MS || at - found.session.createdAt > ABSOLUTE_MS) return null;
      if (touch && at - found.session.lastSeenAt > TOUCH_EVERY_MS) tryTouch(sessionHash, at);
      const { id, name, email, role, colour } = found.member;
      return { member: { id, name, email, role, colour }, sessionHash };
    },

    /** Who a demo sign-in link is for; reading it uses nothing up. */
    welcome(token: string): Person | null {
      const found = signInLinkByToken(db, tokenHash(token), now());
      return (
        found && { id: found.member.id, name: found.member.name, colour: found.member.colour, role: found.member.role }
      );
    },

    useWelcome(token: string, userAgent: string): { sessionId: string } {
      const found = signInLinkByToken(db, tokenHash(token), now());
      if (!found || !memberById(db, found.member.id)) throw notFound("sign_in_link");
      return begin(found.member.id, userAgent);
    },
  };

  // A full disk must not lock people out of reading.
  function tryTouch(sessionHash: string, at: number): void {
    try {
      touchSession(db, sessionHash, at);
    } catch {
      // The idle time stays where it was.
    }
  }
}
