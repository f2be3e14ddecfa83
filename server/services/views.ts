import { caseById } from "#db/queries/cases.ts";
import { deleteView, insertView, type SavedView, updateView, viewById, viewsFor } from "#db/queries/views.ts";
import { type AppError, notFound } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { type CaseRecord, caseFor, permitted } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { peopleById, pick } from "#server/services/people-view.ts";

/** A saved view as the screens of its case show it. */
export type View = Pick<SavedView, "id" | "name" | "screen" | "search" | "version"> & {
  isShared: boolean;
  /** Who saved it; null for somebody who left. */
  by: string | null;
};

type Look = { screen: SavedView["screen"]; search: string };
export type NewView = Look & { name: string; isShared: boolean };

/** Views are copies: an address keeps what it asks for, whatever becomes of the view that it came from. */
export function viewsService({ db, now, newId, live }: Context) {
  return {
    list(actor: Member, caseNumber: number): View[] {
      const parent = caseFor(db, actor, caseNumber, "case.read");
      const people = peopleById(db);
      return viewsFor(db, parent.id, actor.id).map(({ id, name, screen, search, version, isShared, memberId }) => ({
        ...{ id, name, screen, search, version, isShared },
        by: pick(people, memberId)?.name ?? null,
      }));
    },

    /** Anybody who reads the case saves a view for themselves; who may edit its claims, also for everybody. */
    save(actor: Member, caseNumber: number, { once, ...view }: NewView & Once): { viewId: string } {
      const parent = caseFor(db, actor, caseNumber, view.isShared ? "claim.edit" : "case.read");
      const made = decideOnce({ db, now }, actor, { once, of: ["view.save", parent.id, view] }, (tx, at) => {
        const seen = viewsFor(tx, parent.id, actor.id);
        if (seen.length >= LIMITS.views) throw refusal("conflict", "views", "too_many", { most: LIMITS.views });
        if (seen.some((one) => one.isShared === view.isShared && one.name === view.name))
          throw refusal("conflict", "views", "name_taken");
        const viewId = newId();
        insertView(tx, { id: viewId, caseId: parent.id, memberId: actor.id, ...view, createdAt: at });
        if (view.isShared) note(tx, "view.shared", { actor, parent, name: view.name, at });
        return { viewId };
      });
      if (view.isShared) live.publish(parent.id, { type: "view" });
      return made;
    },

    /** Puts another look in the place of a view's own. */
    saveOver(actor: Member, viewId: string, { once, version, ...look }: Look & { version: number } & Once): void {
      const { view, parent } = viewFor(actor, viewId);
      decideOnce({ db, now }, actor, { once, of: ["view.saveOver", viewId, version, look] }, (tx, at) => {
        if (updateView(tx, viewId, version, look) === 0) throw overtaken(view.name);
        if (view.isShared) note(tx, "view.changed", { actor, parent, name: view.name, at });
      });
      if (view.isShared) live.publish(parent.id, { type: "view" });
    },

    remove(actor: Member, viewId: string, { once, version }: { version: number } & Once): void {
      const { view, parent } = viewFor(actor, viewId);
      decideOnce({ db, now }, actor, { once, of: ["view.remove", viewId, version] }, (tx, at) => {
        if (deleteView(tx, viewId, version) === 0) throw overtaken(view.name);
        if (view.isShared) note(tx, "view.removed", { actor, parent, name: view.name, at });
      });
      if (view.isShared) live.publish(parent.id, { type: "view" });
    },
  };

  /** The view and its case, when the actor may change it. A personal view is there for its owner only. */
  function viewFor(actor: Member, viewId: string): { view: SavedView; parent: CaseRecord } {
    const view = viewById(db, viewId);
    if (!view || (!view.isShared && view.memberId !== actor.id)) throw notFound("view");
    const parent = caseById(db, view.caseId);
    try {
      return { view, parent: permitted(db, actor, parent, view.isShared ? "claim.edit" : "case.read") };
    } catch (error) {
      throw (error as AppError).kind === "not_found" ? notFound("view") : error;
    }
  }
}

type Noted = { actor: Member; parent: CaseRecord; name: string; at: number };

function note(
  tx: Parameters<typeof record>[0],
  type: "view.shared" | "view.changed" | "view.removed",
  { actor, parent, name, at }: Noted,
): void {
  record(tx, { type, actorId: actor.id, caseId: parent.id, body: { name }, at });
}

function overtaken(name: string): AppError {
  return refusal("conflict", "views", "overtaken", { name });
}
