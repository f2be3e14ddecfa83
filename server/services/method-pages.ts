import type { Db } from "#db/client.ts";
import { readDesk, updateMethodPages } from "#db/queries/people.ts";
import type { MethodPages } from "#domain/claim-set.ts";
import { safeHref } from "#domain/safe-href.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { demand } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";

/** Empty where the desk names no such page. */
export type MethodPagesView = Required<MethodPages>;

/** What the desk names now, as a release made now would hold it. */
export function methodPages(db: Db): MethodPages {
  const { methodUrl = "", correctionsUrl = "" } = readDesk(db) ?? {};
  return { ...(methodUrl && { methodUrl }), ...(correctionsUrl && { correctionsUrl }) };
}

/** Where the desk says how it checks and how it corrects. The next releases carry it; those before keep what they had. */
export function methodPagesService({ db, now }: Context) {
  return {
    read(actor: Member): MethodPagesView {
      demand(actor, "member.manage");
      return { methodUrl: "", correctionsUrl: "", ...methodPages(db) };
    },

    /** @throws AppError bad_input for what is no address on the web. */
    set(actor: Member, { once, ...given }: MethodPagesView & Once): void {
      demand(actor, "member.manage");
      const pages = {
        methodUrl: webAddress("methodUrl", given.methodUrl),
        correctionsUrl: webAddress("correctionsUrl", given.correctionsUrl),
      };
      decideOnce({ db, now }, actor, { once, of: ["methodPages.set", pages] }, (tx, at) => {
        const { methodUrl = "", correctionsUrl = "" } = methodPages(tx);
        if (methodUrl === pages.methodUrl && correctionsUrl === pages.correctionsUrl) return;
        updateMethodPages(tx, pages);
        record(tx, { type: "desk.method_pages_set", actorId: actor.id, body: pages, at });
      });
    },
  };
}

function webAddress(field: keyof MethodPagesView, text: string): string {
  if (text.trim() === "") return "";
  const address = safeHref(text);
  if (address?.startsWith("http")) return address;
  const saying = { room: "publishing", id: "method_address" } as const;
  throw refusal("bad_input", "publishing", "method_address", undefined, { fields: { [field]: saying } });
}
