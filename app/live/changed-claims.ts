import type { LiveMessage } from "#app/live/live-message.ts";

/**
 * What changed on a case since its list was loaded: these claims, or possibly anything; but nothing, for whoever has read the
 * case at `mark`.
 */
export type Changed = { ids: ReadonlySet<string>; isAnything: boolean; mark: string | null };

/** Each claim, and anything, with when it was noted last. */
type Noted = { ids: ReadonlyMap<string, number>; anything: number | null; mark: string | null };

const none: Noted = { ids: new Map(), anything: null, mark: null };
const noted = new Map<string, Noted>();
/** Counts what is noted of all cases. */
let count = 0;

/** How much has been noted so far. */
export const notedSoFar = (): number => count;

const OF_A_CLAIM = new Set(["claim", "edit"]);
const OF_NO_CLAIM = new Set(["presence", "storage", "view", "discussion"]);

/** Notes what a message of the case's channel says; `null` means that messages may have been missed. */
export function noteChange(caseId: string, message: Pick<LiveMessage, "type" | "claimId"> | null): void {
  const { ids, anything, mark } = noted.get(caseId) ?? none;
  if (message && OF_NO_CLAIM.has(message.type)) return;
  count += 1;
  if (message?.claimId && OF_A_CLAIM.has(message.type))
    noted.set(caseId, { ids: new Map([...ids, [message.claimId, count]]), anything, mark });
  else noted.set(caseId, { ids, anything: count, mark: null });
}

/** Notes a greeting: what came before it may have been missed, except by whoever read the case at its mark. */
export function noteGreeting(caseId: string, mark: string | null): void {
  const { ids, anything } = noted.get(caseId) ?? none;
  count += 1;
  noted.set(caseId, { ids, anything: count, mark: anything === null ? mark : null });
}

export const mayBeAnything = ({ isAnything, mark }: Changed, readAt: string): boolean => isAnything && mark !== readAt;

/** What changed. It stays noted until it is loaded: a load may fail, or make room for another one that begins before it has ended. */
export function changedSince(caseId: string): Changed {
  const { ids, anything, mark } = noted.get(caseId) ?? none;
  return { ids: new Set(ids.keys()), isAnything: anything !== null, mark };
}

/** What had been noted when there was so much of it has been loaded; what was noted meanwhile stays. */
export function noteLoaded(caseId: string, upTo: number): void {
  const { ids, anything, mark } = noted.get(caseId) ?? none;
  const isLater = anything !== null && anything > upTo;
  noted.set(caseId, {
    ids: new Map([...ids].filter(([, at]) => at > upTo)),
    anything: isLater ? anything : null,
    mark: isLater ? mark : null,
  });
}
