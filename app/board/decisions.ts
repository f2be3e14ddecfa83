import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Refused } from "#app/ui/refusal.tsx";
import type { DropReason, Stage } from "#domain/status.ts";
import type { Say } from "#domain/words/say.ts";

/** Something decided on a claim from a list, shown at once and taken back when the server refuses. */
export type Decision = {
  once: string;
  claimId: string;
  reference: string;
  version: number;
  from: ClaimRow["status"];
  dropReasonBefore: DropReason | null;
} & ({ kind: "move"; to: Stage; dropReason: DropReason | null; duplicateOf: number | null } | { kind: "take" });

export type Me = ClaimRow["assignee"];

/** The rows with what is under way laid over them; the rows themselves stay as the server gave them. */
export function withDecisions<Row extends ClaimRow>(
  rows: readonly Row[],
  decisions: readonly Decision[],
  me: Me,
): Row[] {
  if (decisions.length === 0) return rows as Row[];
  const byClaim = new Map(decisions.map((one) => [one.claimId, one]));
  return rows.map((row) => {
    const decision = byClaim.get(row.id);
    return decision ? { ...row, ...changeOf(decision, row, me) } : row;
  });
}

function changeOf(decision: Decision, row: ClaimRow, me: Me): Partial<ClaimRow> {
  if (decision.kind === "move") return { stage: decision.to, status: decision.to, dropReason: decision.dropReason };
  if (row.stage !== "inbox") return { assignee: me };
  return { assignee: me, stage: "researching", status: row.status === "inbox" ? "researching" : row.status };
}

/** The form that carries the decision to the server. */
export function formOfDecision(decision: Decision): Record<string, string> {
  const { kind, once, claimId, version } = decision;
  const common = { intent: kind, once, claimId, version: String(version) };
  if (decision.kind === "take") return common;
  const duplicateOf = decision.duplicateOf === null ? "" : String(decision.duplicateOf);
  return { ...common, stage: decision.to, dropReason: decision.dropReason ?? "", duplicateOf };
}

export function doneWords(say: Say<"board">, decision: Decision): string {
  const { reference, from } = decision;
  if (decision.kind === "take") return say("taken", { reference });
  return say("moved", { reference, from: { room: "statuses", id: from }, to: { room: "statuses", id: decision.to } });
}

/** The refusal; it says itself where the claim stands now when somebody else was faster. */
export function refusedWords(say: Say<"board">, { reference }: Decision, { message }: Refused): string {
  return say("refused", { reference, why: message });
}

/** The way back from a move, or null when the reason it was dropped for could not be given again. */
export function undoOf(decision: Decision): { to: Stage; dropReason: DropReason | null } | null {
  if (decision.kind !== "move" || decision.from === "signed_off" || decision.from === "released") return null;
  if (decision.from !== "dropped") return { to: decision.from, dropReason: null };
  const reason = decision.dropReasonBefore;
  return reason && reason !== "duplicate" ? { to: "dropped", dropReason: reason } : null;
}
