import { bylinesUntil, insertByline } from "#db/queries/bylines.ts";
import { allMembers, memberById } from "#db/queries/people.ts";
import { notFound } from "#domain/errors.ts";
import { tidyName, whyNotName } from "#domain/member-name.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { demand } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";

type Wanted = { byline: string } & Once;

/** The name under which a member appears in what leaves the desk. Inside it everybody goes by their own. */
export function bylinesService({ db, now }: Context) {
  return {
    /** Empty where the member has none. */
    mine(actor: Member): { name: string; byline: string } {
      demand(actor, "case.read");
      return { name: actor.name, byline: bylineOf(db, actor.id) };
    },

    setMine(actor: Member, wanted: Wanted): void {
      demand(actor, "case.read");
      set(actor, actor.id, wanted);
    },

    /** Of anybody, also of somebody who left: what they signed goes on leaving. */
    setFor(actor: Member, memberId: string, wanted: Wanted): void {
      demand(actor, "member.manage");
      set(actor, memberId, wanted);
    },
  };

  /** @throws AppError bad_input for one that hides something or reads like the name of a colleague. */
  function set(actor: Member, memberId: string, { byline, once }: Wanted): void {
    const tidy = tidyName(byline);
    decideOnce({ db, now }, actor, { once, of: ["bylines.set", memberId, tidy] }, (tx, at) => {
      const member = memberById(tx, memberId);
      if (!member) throw notFound("member");
      const chosen = tidy === member.name ? "" : tidy;
      if (chosen === bylineOf(tx, memberId)) return;
      demandGoodByline(tx, memberId, chosen);
      insertByline(tx, { memberId, byline: chosen, at });
      record(tx, { type: "member.byline_set", actorId: actor.id, body: { memberId, byline: chosen }, at });
    });
  }
}

function bylineOf(db: Context["db"], memberId: string): string {
  const chosen = bylinesUntil(db, Number.MAX_SAFE_INTEGER).findLast((one) => one.memberId === memberId);
  return chosen?.byline ?? "";
}

function demandGoodByline(db: Context["db"], memberId: string, byline: string): void {
  if (byline === "") return;
  const colleagues = allMembers(db).filter(({ id }) => id !== memberId);
  const why = whyNotName(
    byline,
    colleagues.map(({ name }) => name),
  );
  if (why) throw refusal("bad_input", "byline", why, undefined, { fields: { byline: { room: "byline", id: why } } });
}
