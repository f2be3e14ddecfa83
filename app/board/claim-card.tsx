import "#app/board/claim-card.css";
import { Link } from "@remix-run/react";
import { memo, useCallback } from "react";
import { useBoardActions } from "#app/board/board-context.ts";
import { ClaimMenu } from "#app/board/claim-menu.tsx";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { useDraggable } from "#app/board/drag.ts";
import { DropReasonWords } from "#app/board/drop-reason.tsx";
import { Due } from "#app/board/due.tsx";
import { Labels } from "#app/board/labels.tsx";
import { SelectBox } from "#app/board/select-box.tsx";
import { SignOffs } from "#app/board/sign-offs.tsx";
import { Statement } from "#app/board/statement.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import { whyNotMove } from "#domain/moving.ts";

type CardProps = {
  row: ClaimRow;
  /** The column that it stands in; a colleague may have moved the claim on since. */
  column: string;
  isBusy: boolean;
  isDragged: boolean;
  place: number;
  of: number;
  before: number;
  measure: ((node: Element | null) => void) | undefined;
};

/** A claim on the board. The whole card is its link; only the menu stands above it. While others come and go it stays as it is. */
export const ClaimCard = memo(function ClaimCard({
  row,
  column,
  isBusy,
  isDragged,
  place,
  of,
  before,
  measure,
}: CardProps) {
  const { caseNumber, canMove, active, selection } = useBoardActions();
  const say = useWords("board");
  const ref = useDraggable(row.id, canMove && !isBusy && whyNotMove(row) === null);
  const attach = useCallback(
    (node: HTMLLIElement | null) => {
      ref.current = node;
      measure?.(node);
    },
    [ref, measure],
  );
  return (
    <li
      ref={attach}
      data-index={place - 1}
      aria-posinset={place}
      aria-setsize={of}
      {...(before > 0 && { style: { marginBlockStart: before } })}
      data-selected={selection.ids.has(row.id) || undefined}
      className="claim-card"
      data-claim={row.id}
      data-busy={isBusy || undefined}
      data-dragged={isDragged || undefined}
    >
      <div className="claim-card-head">
        <SelectBox row={row} />
        <span className="ref">{row.reference}</span>
        <Due at={row.dueAt} status={row.status} />
        <ClaimMenu row={row} />
      </div>
      <Link
        className="claim-card-link"
        to={`/cases/${caseNumber}/claims/${row.number}`}
        draggable={false}
        tabIndex={active === row.id ? 0 : -1}
        aria-describedby={`${row.id}-facts`}
      >
        <Statement words={row.statement} language={row.language} />
      </Link>
      <div className="claim-card-facts" id={`${row.id}-facts`}>
        <VerdictMark mark={row.mark} label={row.ratingLabel} />
        <Labels of={row.labels} />
        <p className="claim-card-line">
          {row.status === column ? <Said row={row} /> : <MovedOn row={row} />}
          {row.assignee ? <Avatar {...row.assignee} /> : <span>{say("nobody_yet")}</span>}
        </p>
      </div>
    </li>
  );
});

/** Where a colleague has moved it while it waits here: on the one line that it has, so that nothing else moves. */
function MovedOn({ row }: { row: ClaimRow }) {
  return (
    <span className="moved-on">
      <Words room="board" id="now_under" values={{ status: <StatusWord status={row.status} /> }} />
    </span>
  );
}

function Said({ row }: { row: ClaimRow }) {
  const say = useWords("board");
  const sayClaim = useWords("claims");
  const { caseNumber } = useBoardActions();
  const { sources, signOffs, status, dropReason, duplicateOf, changesRequested } = row;
  const isBeingSigned = status === "in_review" || signOffs.current + signOffs.stale > 0;
  return (
    <span className="claim-card-said">
      <span className="claim-card-sources" data-none={sources === 0 || undefined}>
        {sayClaim("sources", { count: sources })}
      </span>
      {status !== "dropped" && isBeingSigned && <SignOffs of={signOffs} />}
      {changesRequested && <span className="stale">{say("changes_requested")}</span>}
      {dropReason && (
        <span>
          <DropReasonWords reason={dropReason} duplicateOf={duplicateOf} caseNumber={caseNumber} />
        </span>
      )}
    </span>
  );
}
