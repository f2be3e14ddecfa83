import "#app/board/facts.css";
import { useId, useRef } from "react";
import { useBoardActions } from "#app/board/board-context.ts";
import { ClaimCard } from "#app/board/claim-card.tsx";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { useDropTarget } from "#app/board/drag.ts";
import { useVirtualRows } from "#app/board/use-virtual-rows.ts";
import { useDensity } from "#app/shell/density.ts";
import { StatusWord } from "#app/ui/status-word.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";
import { whyNotHere } from "#domain/moving.ts";
import type { Status } from "#domain/status.ts";

type ColumnProps = {
  status: Status;
  rows: ClaimRow[];
  busy: ReadonlySet<string>;
  dragged: string | null;
  isLong: boolean;
  onDrop: (claimId: string) => void;
};

/** One status with its claims. A column that follows from the record says so while a card is held. */
export function BoardColumn({ status, rows, busy, dragged, isLong, onDrop }: ColumnProps) {
  const id = useId();
  const say = useWords("board");
  const sayIt = useSaying("claims");
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
      {dragged !== null && why !== null && <p className="board-column-why">{sayIt(why)}</p>}
      {rows.length === 0 ? (
        <p className="board-column-empty">{say(`empty_${status}`)}</p>
      ) : (
        <CardList status={status} rows={rows} busy={busy} dragged={dragged} isLong={isLong} labelledBy={id} />
      )}
    </section>
  );
}

type ListProps = Pick<ColumnProps, "status" | "rows" | "busy" | "dragged" | "isLong"> & { labelledBy: string };

/** The height of a card with a statement of two lines. */
const CARD = { comfortable: 142, compact: 118 };

/** A list that scrolls by itself. Of many claims only those in sight are drawn; each says which of how many it is. */
export function CardList({ status, rows, busy, dragged, isLong, labelledBy }: ListProps) {
  const scroller = useRef<HTMLUListElement>(null);
  const { active } = useBoardActions();
  const virtual = useVirtualRows({
    scroller,
    count: rows.length,
    estimate: CARD[useDensity()],
    gap: 8,
    keyOf: (index) => rows[index]?.id ?? `${index}`,
    active: active === null ? -1 : rows.findIndex((row) => row.id === active),
    isOn: isLong,
  });
  return (
    <ul ref={scroller} className="card-list" aria-labelledby={labelledBy}>
      {virtual.rows.map(({ index, before }) => {
        const row = rows[index];
        if (!row) return null;
        const held = { isBusy: busy.has(row.id), isDragged: dragged === row.id };
        const at = { place: index + 1, of: rows.length, before, measure: virtual.measure };
        return <ClaimCard key={row.id} row={row} column={status} {...held} {...at} />;
      })}
      {/* Not as padding of the list, which would make its box as high as all claims. */}
      {virtual.after > 0 && <li aria-hidden="true" style={{ blockSize: virtual.after }} />}
    </ul>
  );
}
