import type { BoardActions } from "#app/board/board-context.ts";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { toast } from "#app/ui/toast.tsx";
import { type Key, useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";

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
  const say = useWords("board");
  const focused = () => {
    const id = document.activeElement?.closest("[data-claim]")?.getAttribute("data-claim");
    const row = rows.find((one) => one.id === id);
    if (!row) toast(say("go_to_claim_first"));
    return row;
  };
  const { selection } = actions;
  const isMany = selection.ids.size > 0;
  const keys: Key[] = [
    { key: "Enter", does: say("key_open") },
    {
      key: "X",
      does: say("key_select"),
      run: () => withRow(focused(), (row) => selection.toggle(row.id)),
    },
    { key: "L", does: say("key_show"), run: () => waiting > 0 && showAll() },
    ...(isMany ? [{ key: "Escape", does: say("key_select_nothing"), shown: "Esc", run: () => selection.set([]) }] : []),
    {
      key: "S",
      does: say("key_move"),
      run: () => (isMany ? actions.canMove && askMany("move") : withRow(focused(), (row) => actions.openMenu(row.id))),
    },
  ];
  if (actions.canAssign)
    keys.push({
      key: "A",
      does: say("key_assign"),
      run: () => (isMany ? askMany("assign") : withRow(focused(), (row) => actions.ask("assign", row))),
    });
  if (startNew) keys.push({ key: "N", does: say("key_new"), run: startNew });
  useKeys(say("keys"), keys);
}

const withRow = (row: ClaimRow | undefined, run: (row: ClaimRow) => void) => row && run(row);
