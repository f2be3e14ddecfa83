import { isLater } from "#domain/case-mark.ts";

/** The moment after which everything in this tab was read: its document came first. Null where the server named none. */
export const readAt = typeof document === "undefined" ? null : (document.documentElement.dataset.readAt ?? null);

/** Whether something of a case may have changed since it was read here, as the case is at `mark` now. */
export const mayHaveChanged = (mark: string | null, since = readAt): boolean =>
  mark === null || since === null || isLater(mark, since);
