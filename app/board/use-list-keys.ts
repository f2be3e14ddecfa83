import type { BoardActions } from "#app/board/board-context.ts";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { toast } from "#app/ui/toast.tsx";
import { type Key, useKeys } from "#app/ui/use-keys.ts";

type ListKeys = {
  rows: readonly ClaimRow[];
  actions: BoardActions;
  startNew: (() => void) | null;
  /** Asks what to decide on the claims that are selected. */
  askMany: (act: "move" | "assign") => void;
  /** How many claims of colleagues wait to be shown. */
  waiting: number;
  showAll: () => void;
};

/** The keys that board and table share; they mean the claim that has the focus. */
export function useListKeys({ rows, actions, startNew, askMany, waiting, showAll }: ListKeys): void {
  const focused = () => {
    const id = document.activeElement?.closest("[data-claim]")?.getAttribute("data-claim");
    const row = rows.find((one) => one.id === id);
    if (!row) toast("Go to a claim first: press Tab or an arrow key.");
    return row;
  };
  const { selection } = actions;
  const isMany = selection.ids.size > 0;
  const keys: Key[] = [
    { key: "Enter", does: "Open the claim" },
    {
      key: "X",
      does: "Select the claim, or with Shift and an arrow more of them",
      run: () => withRow(focused(), (row) => selection.toggle(row.id)),
    },
    { key: "L", does: "Show what colleagues added or moved", run: () => waiting > 0 && showAll() },
    ...(isMany ? [{ key: "Escape", does: "Select nothing", shown: "Esc", run: () => selection.set([]) }] : []),
    {
      key: "S",
      does: "Move the claim, take it, drop it",
      run: () => (isMany ? actions.canMove && askMany("move") : withRow(focused(), (row) => actions.openMenu(row.id))),
    },
  ];
  if (actions.canAssign)
    keys.push({
      key: "A",
      does: "Assign the claim",
      run: () => (isMany ? askMany("assign") : withRow(focused(), (row) => actions.ask("assign", row))),
    });
  if (startNew) keys.push({ key: "N", does: "New claim", run: startNew });
  useKeys("Claims", keys);
}

const withRow = (row: ClaimRow | undefined, run: (row: ClaimRow) => void) => row && run(row);
