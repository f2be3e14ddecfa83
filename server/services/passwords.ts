import type { Db } from "#db/client.ts";
import {
  deletePasswordLinksOf,
  deleteSessionsOf,
  insertPasswordLink,
  memberOfPasswordLink,
  readDesk,
  updatePassword,
} from "#db/queries/people.ts";
import { CLOSE } from "#domain/protocol.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context } from "#server/context.ts";
import { record } from "#server/services/audit.ts";
import { inTransaction } from "#server/services/decide.ts";
import { demandGoodPassword, hashPassword, newToken, tokenHash } from "#server/services/secrets.ts";

/** Makes the token of a link with which the member chooses a password. It works once; earlier ones end. */
export function offerPassword(tx: Db, memberId: string, { at, validMs }: { at: number; validMs: number }): string {
  const token = newToken();
  deletePasswordLinksOf(tx, memberId);
  insertPasswordLink(tx, { tokenHash: tokenHash(token), memberId, expiresAt: at + validMs });
  record(tx, { type: "member.password_link_made", actorId: null, body: { memberId }, at });
  return token;
}

/** Links, made on the command line, with which a member chooses a password. */
export function passwordsService({ db, now, rooms }: Context) {
  const memberOf = (from: Db, token: string) => memberOfPasswordLink(from, tokenHash(token), now());
  const used = () => refusal("gone", "people", "used_password_link");

  return {
    /** For which desk a link is; null for one that was used or is too old. Reading it, as link scanners do, uses nothing up. */
    read: (token: string): { desk: string } | null => memberOf(db, token) && { desk: readDesk(db)?.name ?? "" },

    /** Every session of the member ends; signing in with the new password is the next step. @throws AppError gone */
    async choose(token: string, password: string): Promise<void> {
      const member = memberOf(db, token);
      if (!member) throw used();
      demandGoodPassword(password, [member.name, member.email, readDesk(db)?.name ?? ""]);
      const passwordHash = await hashPassword(password);
      inTransaction(db, (tx) => {
        // Asked again: hashing takes its time, and the link works once.
        if (!memberOf(tx, token)) throw used();
        updatePassword(tx, member.id, passwordHash);
        deletePasswordLinksOf(tx, member.id);
        deleteSessionsOf(tx, member.id);
        record(tx, { type: "member.password_chosen", actorId: member.id, at: now() });
      });
      rooms.closeWhere((socket) => socket.memberId === member.id, CLOSE.signedOut, "Signed out");
    },
  };
}
