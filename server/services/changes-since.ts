import type { Db } from "#db/client.ts";
import { lastEvent } from "#db/queries/audit.ts";
import { editedAfter, lastEdit, recordedAfter } from "#db/queries/changes.ts";
import type { AuditType } from "#server/services/audit.ts";

/** A moment, by the last edit and the last decision before it. */
export type Moment = { edit: number; event: number };

export const momentNow = (db: Db): Moment => ({ edit: lastEdit(db), event: lastEvent(db)?.seq ?? 0 });

/** Decisions on a case that concern every claim of it. */
const ON_THE_CASE: readonly AuditType[] = ["case.configured", "document.version_added", "release.made"];

/**
 * What happened to a case since a moment: the claims that were edited or decided on, and whether the case is another. No
 * edit is without its row of the log, and no decision without its event.
 */
export function changesSince(db: Db, caseId: string, { edit, event }: Moment) {
  const recorded = recordedAfter(db, caseId, event);
  const claimIds = [...editedAfter(db, caseId, edit), ...recorded].flatMap(({ claimId }) => claimId ?? []);
  return {
    claimIds: [...new Set(claimIds)],
    isOther: recorded.some(({ type }) => ON_THE_CASE.some((one) => one === type)),
  };
}
