import { createContext, useContext } from "react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Target } from "#app/board/use-decisions.ts";
import type { Selection } from "#app/board/use-selection.ts";

/** What the list hands to its cards and rows. */
export type BoardActions = {
  caseNumber: number;
  canMove: boolean;
  canAssign: boolean;
  myId: string;
  /** The labels that claims of the case have. */
  labels: readonly string[];
  move: (row: ClaimRow, target: Target) => void;
  take: (row: ClaimRow) => void;
  /** Opens the dialog for assigning or dropping. */
  ask: (question: "assign" | "drop", row: ClaimRow) => void;
  /** The claim whose menu is open. */
  menuOf: string | null;
  openMenu: (claimId: string | null) => void;
  /** Keeps colleagues' changes back while something is under the hand. */
  hold: (isOn: boolean) => void;
  /** The claims that are chosen for a decision on many. */
  selection: Selection;
  /** The one claim that Tab stops at. */
  active: string | null;
};

const Actions = createContext<BoardActions | null>(null);
export const BoardActionsProvider = Actions.Provider;

export function useBoardActions(): BoardActions {
  const actions = useContext(Actions);
  if (!actions) throw new Error("useBoardActions is for cards and rows of a list of claims");
  return actions;
}
