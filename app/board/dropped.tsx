import "#app/board/facts.css";
import { useId } from "react";
import { CardList } from "#app/board/board-column.tsx";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { useDropTarget } from "#app/board/drag.ts";
import { StatusWord } from "#app/ui/status-word.tsx";
import { useWords } from "#app/words/speech.tsx";

type DroppedProps = {
  rows: ClaimRow[];
  busy: ReadonlySet<string>;
  dragged: string | null;
  isLong: boolean;
  isOpen: boolean;
  onDrop: (claimId: string) => void;
};

/** The dropped claims, folded away below the board; a card that is let go here is asked for its reason. */
export function Dropped({ rows, busy, dragged, isLong, isOpen, onDrop }: DroppedProps) {
  const id = useId();
  const say = useWords("board");
  const { ref, isOver } = useDropTarget<HTMLDetailsElement>(true, onDrop);
  if (rows.length === 0 && dragged === null) return null;
  return (
    <details ref={ref} className="board-dropped" open={isOpen} data-over={isOver || undefined}>
      <summary id={id}>
        <StatusWord status="dropped" /> <span className="count">{rows.length}</span>
        {dragged !== null && <span className="meta">{say("let_go_to_drop")}</span>}
      </summary>
      <CardList status="dropped" rows={rows} busy={busy} dragged={dragged} isLong={isLong} labelledBy={id} />
    </details>
  );
}
