import type { Db } from "#db/client.ts";
import {
  allCases,
  allScales,
  caseById,
  insertCase,
  memberIdsOfCase,
  nextCaseNumber,
  recordVisit,
  scaleById,
  setCaseMembers,
  updateCase,
  visitsOf,
} from "#db/queries/cases.ts";
import { lastEventOfCase } from "#db/queries/decisions.ts";
import { versionsOfCase } from "#db/queries/documents.ts";
import { CLOSE } from "#domain/protocol.ts";
import { can, isInCase } from "#domain/roles.ts";
import type { Scale } from "#domain/scales.ts";
import type { Status } from "#domain/status.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { accessOf, type CaseRecord, caseFor, demand } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { groupBy } from "#server/services/claim-rows.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { overtakenOnCase } from "#server/services/overtaken.ts";
import { activePeople, type Person, peopleById, pick } from "#server/services/people-view.ts";
import type { Settings } from "#server/services/settings-words.ts";
import { statusCounts } from "#server/services/status-counts.ts";

export type CaseChoices = {
  title: string;
  scaleId: string | null;
  quorum: number;
  restricted: boolean;
  memberIds: string[];
};

export type CaseListRow = {
  id: string;
  number: number;
  title: string;
  sample: boolean;
  restricted: boolean;
  counts: Record<Status, number>;
  claims: number;
  stale: number;
  visitedAt: number | null;
  createdAt: number;
};

export type DocumentRow = {
  id: string;
  title: string;
  outlet: string;
  versions: number;
  capturedAt: number;
  language: string;
};

export type CaseView = {
  id: string;
  number: number;
  title: string;
  sample: boolean;
  restricted: boolean;
  quorum: number;
  scale: Scale | null;
  version: number;
  memberIds: string[];
  people: Person[];
  documents: DocumentRow[];
  can: Record<
    "edit" | "assign" | "configure" | "release" | "dismiss" | "createClaim" | "addDocument" | "review",
    boolean
  >;
};

/** Cases of the desk: numbered, with a scale, a quorum, and open to everybody or to listed members only. */
export function casesService({ db, now, newId, rooms, live }: Context) {
  return {
    /** The one I worked on last comes first, then the newest. */
    list(actor: Member): CaseListRow[] {
      const visits = new Map(visitsOf(db, actor.id).map((one) => [one.caseId, one.at]));
      return allCases(db)
        .filter((one) => can(actor, "case.read", accessOf(db, one)))
        .map((one) => toListRow(one, visits.get(one.id) ?? null))
        .sort((a, b) => (b.visitedAt ?? 0) - (a.visitedAt ?? 0) || b.number - a.number);
    },

    create(actor: Member, { once, ...choices }: CaseChoices & Once, { sample = false } = {}): { number: number } {
      demand(actor, "case.create");
      demandScale(choices.scaleId);
      demandMembers(choices.memberIds);
      return decideOnce({ db, now }, actor, { once, of: ["case.create", choices] }, (tx, at) => {
        const { memberIds, ...row } = choices;
        const id = newId();
        const number = nextCaseNumber(tx);
        insertCase(tx, { id, number, ...row, sample, createdBy: actor.id, createdAt: at });
        setCaseMembers(tx, id, [...memberIds, actor.id]);
        recordVisit(tx, actor.id, id, at);
        record(tx, { type: "case.created", actorId: actor.id, caseId: id, body: { number, ...choices }, at });
        return { number };
      });
    },

    /** Everything the case's screens share, and a note that the actor was here. */
    open(actor: Member, number: number, { isVisit = true } = {}): CaseView {
      const found = caseFor(db, actor, number, "case.read");
      if (isVisit) noteVisit(actor, found);
      return toView(actor, found);
    },

    /** Who changed the settings last; null while nobody has. */
    lastChangedBy(actor: Member, number: number): string | null {
      const found = caseFor(db, actor, number, "case.read");
      const event = lastEventOfCase(db, found.id, "case.configured");
      return event && (pick(peopleById(db), event.actorId)?.name ?? null);
    },

    /** Changes title, scale, quorum and who may open the case. Sockets of people who lost access close at once. */
    configure(
      actor: Member,
      number: number,
      { once, version, ...choices }: CaseChoices & { version: number } & Once,
    ): void {
      const found = caseFor(db, actor, number, "case.configure");
      demandScale(choices.scaleId);
      demandMembers(choices.memberIds);
      decideOnce({ db, now }, actor, { once, of: ["case.configure", found.id, version, choices] }, (tx, at) => {
        const { memberIds, ...row } = choices;
        const was = settingsOf(tx, found.id);
        if (updateCase(tx, found.id, version, row) === 0) throw overtakenOnCase(tx, found.id);
        setCaseMembers(tx, found.id, choices.restricted ? [...memberIds, actor.id] : memberIds);
        const body = { now: settingsOf(tx, found.id), was };
        record(tx, { type: "case.configured", actorId: actor.id, caseId: found.id, body, at });
      });
      closeForOutsiders(found.id);
      live.publish(found.id, { type: "case" });
    },
  };

  function settingsOf(tx: Db, id: string): Settings | undefined {
    const found = caseById(tx, id);
    if (!found) return undefined;
    const { title, scaleId, quorum, restricted } = found;
    const scale = scaleById(tx, scaleId)?.name ?? null;
    return { title, scale, quorum, restricted, memberIds: memberIdsOfCase(tx, id) };
  }

  function toListRow(found: CaseRecord, visitedAt: number | null): CaseListRow {
    const { id, number, title, sample, restricted, createdAt } = found;
    return {
      id,
      number,
      title,
      sample,
      restricted,
      createdAt,
      visitedAt,
      ...statusCounts(db, found),
    };
  }

  function toView(actor: Member, found: CaseRecord): CaseView {
    const access = accessOf(db, found);
    const may = (action: Parameters<typeof can>[1]) => can(actor, action, access);
    return {
      id: found.id,
      number: found.number,
      title: found.title,
      sample: found.sample,
      restricted: found.restricted,
      quorum: found.quorum,
      scale: scaleById(db, found.scaleId),
      version: found.version,
      memberIds: memberIdsOfCase(db, found.id),
      people: activePeople(db).filter((one) => isInCase(one, access)),
      documents: documentRows(found.id),
      can: {
        edit: may("claim.edit"),
        assign: may("claim.assign"),
        configure: may("case.configure"),
        release: may("release.make"),
        dismiss: may("sentence.dismiss"),
        createClaim: may("claim.create"),
        addDocument: may("document.add"),
        review: may("claim.review"),
      },
    };
  }

  function documentRows(caseId: string): DocumentRow[] {
    return [...groupBy(versionsOfCase(db, caseId), (one) => one.documentId).values()].flatMap((versions) => {
      const latest = versions.at(-1);
      if (!latest) return [];
      const { documentId, title, outlet, capturedAt, language } = latest;
      return [{ id: documentId, title, outlet, capturedAt, language, versions: versions.length }];
    });
  }

  function closeForOutsiders(caseId: string): void {
    const found = allCases(db).find((one) => one.id === caseId);
    if (!found?.restricted) return;
    const access = accessOf(db, found);
    const inside = new Set(
      activePeople(db)
        .filter((one) => isInCase(one, access))
        .map((one) => one.id),
    );
    rooms.closeWhere(
      (socket) => socket.caseId === caseId && !inside.has(socket.memberId),
      CLOSE.noSuchClaim,
      "This case is no longer open to you",
    );
  }

  // Reading must work on a full disk, so a visit that cannot be noted is let go.
  function noteVisit(actor: Member, found: CaseRecord): void {
    try {
      recordVisit(db, actor.id, found.id, now());
    } catch {
      return;
    }
  }

  function demandMembers(ids: readonly string[]): void {
    const known = peopleById(db);
    if (!ids.every((id) => known.has(id))) throw refusal("bad_input", "cases", "choose_members");
  }

  function demandScale(scaleId: string | null): void {
    if (scaleId !== null && !allScales(db).some((one) => one.id === scaleId))
      throw refusal("bad_input", "cases", "choose_scale");
  }
}
