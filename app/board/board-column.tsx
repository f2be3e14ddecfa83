import "#app/board/facts.css";
import { useId } from "react";
import { ClaimCard } from "#app/board/claim-card.tsx";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { useDropTarget } from "#app/board/drag.ts";
import { StatusWord } from "#app/ui/status-word.tsx";
import { whyNotHere } from "#domain/moving.ts";
import type { Status } from "#domain/status.ts";

const EMPTY: Record<Status, string> = {
  inbox: "Nothing waits to be started.",
  researching: "Nobody is researching a claim.",
  in_review: "Nothing waits for a reviewer.",
  signed_off: "Nothing is signed off yet.",
  released: "No claim stands here as it was released.",
  dropped: "Nothing is dropped.",
};

type ColumnProps = {
  status: Status;
  rows: ClaimRow[];
  busy: ReadonlySet<string>;
  dragged: string | null;
  onDrop: (claimId: string) => void;
};

/** One status with its claims. A column that follows from the record says so while a card is held. */
export function BoardColumn({ status, rows, busy, dragged, onDrop }: ColumnProps) {
  const id = useId();
  const why = whyNotHere(status);
  const { ref, isOver } = useDropTarget<HTMLElement>(why === null, onDrop);
  return (
    <section
      ref={ref}
      className="board-column"
      aria-labelledby={id}
      data-over={isOver || undefined}
      data-closed={(dragged !== null && why !== null) || undefined}
    >
      <h2 className="board-column-head" id={id}>
        <StatusWord status={status} />
        <span className="count">{rows.length}</span>
      </h2>
      {dragged !== null && why !== null && <p className="board-column-why">{why}</p>}
      {rows.length === 0 ? (
        <p className="board-column-empty">{EMPTY[status]}</p>
      ) : (
        <CardList rows={rows} busy={busy} dragged={dragged} labelledBy={id} />
      )}
    </section>
  );
}

/** From this many cards on, a list leaves out the layout of those that are far away. */
const LONG = 60;

type ListProps = Pick<ColumnProps, "rows" | "busy" | "dragged"> & { labelledBy: string };

export function CardList({ rows, busy, dragged, labelledBy }: ListProps) {
  return (
    <ul className="card-list" aria-labelledby={labelledBy} data-long={rows.length > LONG || undefined}>
      {rows.map((row) => (
        <ClaimCard key={row.id} row={row} isBusy={busy.has(row.id)} isDragged={dragged === row.id} />
      ))}
    </ul>
  );
}
