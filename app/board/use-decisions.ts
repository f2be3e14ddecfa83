import { useCallback, useMemo, useRef, useState } from "react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { type Decision, doneWords, type Me, refusedWords, undoOf, withDecisions } from "#app/board/decisions.ts";
import { useOnceKey } from "#app/ui/once-key.tsx";
import type { Refused } from "#app/ui/refusal.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { DropReason, Stage } from "#domain/status.ts";

export type Target = { stage: Stage; dropReason?: DropReason | null; duplicateOf?: number | null };

export type Decisions = {
  /** The claims with what is under way laid over them. */
  shown: ClaimRow[];
  underWay: readonly Decision[];
  move: (row: ClaimRow, target: Target) => void;
  take: (row: ClaimRow) => void;
  /** `refusal` is null when the server did it. */
  settle: (decision: Decision, refusal: Refused | null) => void;
};

/**
 * Moves and takes claims at once, and takes it back when the server refuses. One decision per claim at a time, because
 * the next one has to name the version that this one makes.
 */
export function useDecisions(rows: ClaimRow[], me: Me, onMove: (claimId: string) => void): Decisions {
  const [underWay, setUnderWay] = useState<readonly Decision[]>([]);
  const latest = useRef({ rows, underWay });
  latest.current = { rows, underWay };
  const say = useWords("board");
  const onceKey = useOnceKey("decision");
  const count = useRef(0);

  const start = useCallback(
    (
      row: ClaimRow,
      what: { kind: "take" } | { kind: "move"; to: Stage; dropReason: DropReason | null; duplicateOf: number | null },
    ) => {
      if (latest.current.underWay.some((one) => one.claimId === row.id)) return;
      count.current += 1;
      const { id: claimId, reference, version, status: from, dropReason: dropReasonBefore } = row;
      onMove(claimId);
      setUnderWay((all) => [
        ...all,
        { ...what, once: `${onceKey}${count.current}`, claimId, reference, version, from, dropReasonBefore },
      ]);
    },
    [onceKey, onMove],
  );

  const move = useCallback(
    (row: ClaimRow, { stage, dropReason = null, duplicateOf = null }: Target) => {
      if (row.status !== stage) start(row, { kind: "move", to: stage, dropReason, duplicateOf });
    },
    [start],
  );

  const undo = useCallback(
    (decision: Decision) => {
      const back = undoOf(decision);
      const row = latest.current.rows.find((one) => one.id === decision.claimId);
      if (back && row) move(row, { stage: back.to, dropReason: back.dropReason });
    },
    [move],
  );

  const settle = useCallback(
    (decision: Decision, refusal: Refused | null) => {
      onMove(decision.claimId);
      setUnderWay((all) => all.filter((one) => one !== decision));
      if (refusal !== null) toast(refusedWords(say, decision, refusal));
      else toast(doneWords(say, decision), undoOf(decision) ? { label: say("undo"), run: () => undo(decision) } : null);
    },
    [say, onMove, undo],
  );

  return {
    shown: useMemo(() => withDecisions(rows, underWay, me), [rows, underWay, me]),
    underWay,
    move,
    take: useCallback((row: ClaimRow) => start(row, { kind: "take" }), [start]),
    settle,
  };
}
