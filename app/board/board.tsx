import { useEffect, useRef } from "react";
import { BoardColumn } from "#app/board/board-column.tsx";
import type { Shown } from "#app/board/claims-screen.tsx";
import { COLUMNS, groupByStatus } from "#app/board/columns.ts";
import { useDragged } from "#app/board/drag.ts";
import { Dropped } from "#app/board/dropped.tsx";
import { useArrows } from "#app/board/use-arrows.ts";
import { stageOf } from "#domain/moving.ts";
import type { Status } from "#domain/status.ts";

/** The claims by status. Cards move by pointer, by menu and by key; what follows from the record does not. */
export function Board({ rows, filters, busy, actions }: Shown) {
  const board = useRef<HTMLDivElement>(null);
  const groups = groupByStatus(rows);
  const dragged = useDragged();
  const { hold, move, ask } = actions;
  useEffect(() => {
    if (dragged === null) return;
    hold(true);
    return () => hold(false);
  }, [dragged, hold]);
  useArrows(
    board,
    COLUMNS.map((status) => groups[status].map((row) => row.id)),
  );

  const drop = (claimId: string, status: Status) => {
    const row = rows.find((one) => one.id === claimId);
    const stage = stageOf(status);
    if (!row || !stage || row.status === stage) return;
    if (stage === "dropped") ask("drop", row);
    else move(row, { stage });
  };
  const shared = { busy, dragged };
  return (
    <div ref={board} className="board-frame">
      <div className="board" data-dragging={dragged !== null || undefined}>
        {COLUMNS.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            rows={groups[status]}
            onDrop={(id) => drop(id, status)}
            {...shared}
          />
        ))}
      </div>
      <Dropped
        rows={groups.dropped}
        isOpen={filters.status === "dropped"}
        onDrop={(id) => drop(id, "dropped")}
        {...shared}
      />
    </div>
  );
}
