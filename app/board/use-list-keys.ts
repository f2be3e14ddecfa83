import type { BoardActions } from "#app/board/board-context.ts";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { toast } from "#app/ui/toast.tsx";
import { type Key, useKeys } from "#app/ui/use-keys.ts";

type ListKeys = {
  rows: readonly ClaimRow[];
  actions: BoardActions;
  startNew: (() => void) | null;
};

/** The keys that board and table share; they mean the claim that has the focus. */
export function useListKeys({ rows, actions, startNew }: ListKeys): void {
  const focused = () => {
    const id = document.activeElement?.closest("[data-claim]")?.getAttribute("data-claim");
    const row = rows.find((one) => one.id === id);
    if (!row) toast("Go to a claim first: press Tab or an arrow key.");
    return row;
  };
  const keys: Key[] = [
    { key: "Enter", does: "Open the claim" },
    {
      key: "S",
      does: "Move the claim, take it, drop it",
      run: () => withRow(focused(), (row) => actions.openMenu(row.id)),
    },
  ];
  if (actions.canAssign)
    keys.push({
      key: "A",
      does: "Assign the claim",
      run: () => withRow(focused(), (row) => actions.ask("assign", row)),
    });
  if (startNew) keys.push({ key: "N", does: "New claim", run: startNew });
  useKeys("Claims", keys);
}

const withRow = (row: ClaimRow | undefined, run: (row: ClaimRow) => void) => row && run(row);
