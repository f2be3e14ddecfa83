import type { LiveMessage } from "#app/live/live-message.ts";

/**
 * What changed on a case since it was last asked: these claims, or possibly anything; but nothing, for whoever has read the
 * case at `mark`.
 */
export type Changed = { ids: ReadonlySet<string>; isAnything: boolean; mark: string | null };

const none: Changed = { ids: new Set(), isAnything: false, mark: null };
const changes = new Map<string, Changed>();
const OF_A_CLAIM = new Set(["claim", "edit"]);
const OF_NO_CLAIM = new Set(["presence", "storage", "view", "discussion"]);

/** Notes what a message of the case's channel says; `null` means that messages may have been missed. */
export function noteChange(caseId: string, message: Pick<LiveMessage, "type" | "claimId"> | null): void {
  const { ids, isAnything, mark } = changes.get(caseId) ?? none;
  if (message && OF_NO_CLAIM.has(message.type)) return;
  if (message?.claimId && OF_A_CLAIM.has(message.type))
    changes.set(caseId, { ids: new Set([...ids, message.claimId]), isAnything, mark });
  else changes.set(caseId, { ids, isAnything: true, mark: null });
}

/** Notes a greeting: what came before it may have been missed, except by whoever read the case at its mark. */
export function noteGreeting(caseId: string, mark: string | null): void {
  const { ids, isAnything } = changes.get(caseId) ?? none;
  changes.set(caseId, { ids, isAnything: true, mark: isAnything ? null : mark });
}

export const mayBeAnything = ({ isAnything, mark }: Changed, readAt: string): boolean => isAnything && mark !== readAt;

/** Hands over what changed, and begins anew. */
export function takeChanges(caseId: string): Changed {
  const taken = changes.get(caseId) ?? none;
  changes.delete(caseId);
  return taken;
}

/** What was taken could not be loaded, so it counts as changed still. */
export function giveBack(caseId: string, { ids, isAnything, mark }: Changed): void {
  const since = changes.get(caseId) ?? none;
  const kept = isAnything && since.isAnything ? null : (mark ?? since.mark);
  changes.set(caseId, { ids: new Set([...ids, ...since.ids]), isAnything: isAnything || since.isAnything, mark: kept });
}
