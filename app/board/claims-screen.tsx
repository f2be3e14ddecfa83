import "#app/board/board.css";
import { useSearchParams } from "@remix-run/react";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { AssignDialog } from "#app/board/assign-dialog.tsx";
import { type BoardActions, BoardActionsProvider } from "#app/board/board-context.ts";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { DropDialog } from "#app/board/drop-dialog.tsx";
import { FilterBar } from "#app/board/filter-bar.tsx";
import { type Filters, filterClaims, isFiltered, readFilters } from "#app/board/filters.ts";
import { NewClaimDialog } from "#app/board/new-claim-dialog.tsx";
import { NoClaims } from "#app/board/no-claims.tsx";
import { NothingMatches } from "#app/board/nothing-matches.tsx";
import { UnderWay } from "#app/board/under-way.tsx";
import { type Decisions, useDecisions } from "#app/board/use-decisions.ts";
import { useKeptFocus } from "#app/board/use-kept-focus.ts";
import { useListKeys } from "#app/board/use-list-keys.ts";
import { useCase } from "#app/case/use-case.ts";
import { liveCase } from "#app/live/live-case.ts";
import { useRoot } from "#app/shell/use-root.ts";
import { Button } from "#app/ui/button.tsx";

type Question = { kind: "assign" | "drop"; row: ClaimRow } | { kind: "new" } | null;

/** What the children get: the claims that match, and everything that can be done with them. */
export type Shown = { rows: ClaimRow[]; filters: Filters; busy: ReadonlySet<string>; actions: BoardActions };

/** The frame that board and table share: filters, dialogs, keys, and decisions that show at once. */
export function ClaimsScreen({
  title,
  claims,
  children,
}: {
  title: string;
  claims: ClaimRow[];
  children: (shown: Shown) => ReactNode;
}) {
  const { parent } = useCase();
  const me = useRoot()?.member ?? null;
  const [search] = useSearchParams();
  const [question, setQuestion] = useState<Question>(null);
  const close = useCallback(() => setQuestion(null), []);
  const list = useRef<HTMLDivElement>(null);
  const keepFocus = useKeptFocus(list);
  const decisions = useDecisions(claims, me, keepFocus);
  const hold = useHold(parent.id);
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const filters = readFilters(search);
  const rows = filterClaims(decisions.shown, filters, me?.id ?? "");
  const actions: BoardActions = {
    caseNumber: parent.number,
    canMove: parent.can.edit,
    canAssign: parent.can.assign,
    myId: me?.id ?? "",
    move: decisions.move,
    take: decisions.take,
    ask: (kind, row) => setQuestion({ kind, row }),
    menuOf,
    openMenu: (claimId) => {
      hold(claimId !== null);
      setMenuOf(claimId);
    },
    hold,
  };
  const startNew = parent.can.createClaim ? () => setQuestion({ kind: "new" }) : null;
  useListKeys({ rows, actions, startNew });
  return (
    <BoardActionsProvider value={actions}>
      <div className="claims-screen" ref={list}>
        <h2 className="unseen">{title}</h2>
        {claims.length > 0 && (
          <FilterBar
            filters={filters}
            people={parent.people}
            ratings={parent.scale?.ratings ?? []}
            found={rows.length}
            all={claims.length}
            actions={startNew && <Button onClick={startNew}>New claim</Button>}
          />
        )}
        {claims.length === 0 && <NoClaims startNew={startNew} />}
        {rows.length === 0 && claims.length > 0 && isFiltered(filters) && <NothingMatches />}
        {rows.length > 0 && children({ rows, filters, busy: busyOf(decisions), actions })}
      </div>
      <UnderWay decisions={decisions.underWay} onSettled={decisions.settle} />
      {question?.kind === "assign" && (
        <AssignDialog
          row={claims.find((one) => one.id === question.row.id) ?? question.row}
          people={parent.people.filter((one) => one.role !== "viewer")}
          onClose={close}
        />
      )}
      {question?.kind === "drop" && (
        <DropDialog
          row={question.row}
          rows={claims}
          onDrop={(target) => decisions.move(question.row, target)}
          onClose={close}
        />
      )}
      {question?.kind === "new" && <NewClaimDialog caseNumber={parent.number} onClose={close} />}
    </BoardActionsProvider>
  );
}

const busyOf = ({ underWay }: Decisions): ReadonlySet<string> => new Set(underWay.map((one) => one.claimId));

/** Keeps colleagues' changes back while a menu is open or a card is held, so that nothing moves under the hand. */
function useHold(caseId: string): (isOn: boolean) => void {
  const release = useRef<(() => void) | null>(null);
  const hold = useCallback(
    (isOn: boolean) => {
      release.current?.();
      release.current = isOn ? liveCase(caseId).hold() : null;
    },
    [caseId],
  );
  useEffect(() => () => hold(false), [hold]);
  return hold;
}
