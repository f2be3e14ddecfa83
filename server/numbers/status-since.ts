import type { Stage } from "#domain/status.ts";
import type { AuditType } from "#server/services/audit.ts";

/** One event that can change the status of a claim. `complete` is said of sign-offs, `to` of moves, `assigneeId` of work that is given. */
export type Turn = {
  type: string;
  at: number;
  to?: string | null;
  assigneeId?: string | null;
  complete?: number | boolean | null;
};

/** The events from which it is told how long a claim has stood where it stands. */
export const TURNS = [
  "claim.created",
  "claim.moved",
  "claim.assigned",
  "review.signed_off",
  "review.changes_requested",
  "review.withdrawn",
  "sign_off.went_stale",
  "sign_off.current_again",
] as const satisfies readonly AuditType[];

type Standing = { stage: Stage; isSigned: boolean; wasSigned: boolean };

const turns: Record<(typeof TURNS)[number], (before: Standing, turn: Turn) => Partial<Standing>> = {
  "claim.created": () => ({ stage: "inbox" }),
  "claim.moved": (_, { to }) => ({ stage: to as Stage, isSigned: false }),
  "claim.assigned": ({ stage }, { assigneeId }) => (stage === "inbox" && assigneeId ? { stage: "researching" } : {}),
  "review.signed_off": ({ isSigned }, { complete }) => ({
    stage: "in_review",
    isSigned: isSigned || Boolean(complete),
  }),
  "review.changes_requested": () => ({ stage: "researching", isSigned: false, wasSigned: false }),
  "review.withdrawn": () => ({ isSigned: false, wasSigned: false }),
  "sign_off.went_stale": ({ isSigned, wasSigned }) => ({ isSigned: false, wasSigned: isSigned || wasSigned }),
  "sign_off.current_again": ({ wasSigned }) => ({ isSigned: wasSigned }),
};

/** Since when a claim has the status that these events, oldest first, have led to; null when there are none. */
export function statusSince(events: readonly Turn[]): number | null {
  let standing: Standing = { stage: "inbox", isSigned: false, wasSigned: false };
  let since: number | null = null;
  for (const event of events) {
    const next = { ...standing, ...turns[event.type as keyof typeof turns]?.(standing, event) };
    if (since === null || shown(next) !== shown(standing)) since = event.at;
    standing = next;
  }
  return since;
}

const shown = ({ stage, isSigned }: Standing) => (isSigned ? "signed_off" : stage);
