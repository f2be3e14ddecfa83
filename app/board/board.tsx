import { useEffect } from "react";
import { BoardColumn } from "#app/board/board-column.tsx";
import type { Shown } from "#app/board/claims-screen.tsx";
import { COLUMNS } from "#app/board/columns.ts";
import { useDragged } from "#app/board/drag.ts";
import { Dropped } from "#app/board/dropped.tsx";
import { stageOf } from "#domain/moving.ts";
import type { Status } from "#domain/status.ts";

/** The claims by status. Cards move by pointer, by menu and by key; what follows from the record does not. */
export function Board({ groups, filters, busy, actions, isLong }: Shown) {
  const dragged = useDragged();
  const { hold, move, ask } = actions;
  const rowsOf = (status: Status) => groups.find((group) => group.key === status)?.rows ?? [];
  useEffect(() => {
    if (dragged === null) return;
    hold(true);
    return () => hold(false);
  }, [dragged, hold]);

  const drop = (claimId: string, status: Status) => {
    const row = groups.flatMap((group) => group.rows).find((one) => one.id === claimId);
    const stage = stageOf(status);
    if (!row || !stage || row.status === stage) return;
    if (stage === "dropped") ask("drop", row);
    else move(row, { stage });
  };
  const shared = { busy, dragged, isLong };
  return (
    <div className="board-frame">
      <div className="board" data-dragging={dragged !== null || undefined}>
        {COLUMNS.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            rows={rowsOf(status)}
            onDrop={(id) => drop(id, status)}
            {...shared}
          />
        ))}
      </div>
      <Dropped
        rows={rowsOf("dropped")}
        isOpen={filters.status === "dropped"}
        onDrop={(id) => drop(id, "dropped")}
        {...shared}
      />
    </div>
  );
}
