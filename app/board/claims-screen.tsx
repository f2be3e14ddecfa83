import "#app/board/board.css";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { AssignDialog } from "#app/board/assign-dialog.tsx";
import { type BoardActions, BoardActionsProvider } from "#app/board/board-context.ts";
import { BulkBar } from "#app/board/bulk-bar.tsx";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { DropDialog } from "#app/board/drop-dialog.tsx";
import { FilterBar } from "#app/board/filter-bar.tsx";
import { type Filters, isFiltered } from "#app/board/filters.ts";
import type { Group } from "#app/board/grouping.ts";
import { type ClaimList, claimsIn } from "#app/board/keep-list.ts";
import { NewClaimDialog } from "#app/board/new-claim-dialog.tsx";
import { NoClaims } from "#app/board/no-claims.tsx";
import { NothingMatches } from "#app/board/nothing-matches.tsx";
import { offeredIn } from "#app/board/offered.ts";
import { PrintedClaims } from "#app/board/printed-claims.tsx";
import { UnderWay } from "#app/board/under-way.tsx";
import { useActiveClaim } from "#app/board/use-active-claim.ts";
import { useArrangement } from "#app/board/use-arrangement.ts";
import { useAsked } from "#app/board/use-asked.ts";
import { useBulk } from "#app/board/use-bulk.ts";
import { useCardSoon } from "#app/board/use-card-soon.ts";
import { type Decisions, useDecisions } from "#app/board/use-decisions.ts";
import { useKeptFocus } from "#app/board/use-kept-focus.ts";
import { useListKeys } from "#app/board/use-list-keys.ts";
import { type Screen, useListed } from "#app/board/use-listed.ts";
import { useSelection } from "#app/board/use-selection.ts";
import { MANY_CLAIMS } from "#app/board/use-virtual-rows.ts";
import { ViewsMenu } from "#app/board/views-menu.tsx";
import { useCase } from "#app/case/use-case.ts";
import { liveCase } from "#app/live/live-case.ts";
import { useRoot } from "#app/shell/use-root.ts";
import { Button } from "#app/ui/button.tsx";
import { useLanguage, useWords } from "#app/words/speech.tsx";

type Question = { kind: "assign" | "drop"; row: ClaimRow } | { kind: "new" } | null;

/** What the children get: the claims that match in their groups, and everything that can be done with them. */
export type Shown = {
  groups: Group[];
  filters: Filters;
  busy: ReadonlySet<string>;
  actions: BoardActions;
  /** Only what is in sight is drawn. */
  isLong: boolean;
};

type ScreenProps = { screen: Screen; list: ClaimList; children: (shown: Shown) => ReactNode };

/** The frame that board and table share: filters, views, dialogs, keys, and decisions that show at once. */
export function ClaimsScreen({ screen, list, children }: ScreenProps) {
  const { parent } = useCase();
  const say = useWords("board");
  const { locale } = useLanguage();
  const me = useRoot()?.member ?? null;
  const [search, askFor] = useAsked();
  const [question, setQuestion] = useState<Question>(null);
  const close = useCallback(() => setQuestion(null), []);
  const frame = useRef<HTMLDivElement>(null);
  const claims = useMemo(() => (typeof list.claims === "string" ? claimsIn(list.claims) : list.claims), [list.claims]);
  const owned = useRef<(claimId: string) => void>(() => {});
  const keepFocus = useKeptFocus(frame);
  const onMove = useCallback(
    (claimId: string) => {
      owned.current(claimId);
      keepFocus(claimId);
    },
    [keepFocus],
  );
  const decisions = useDecisions(claims, me, onMove);
  const listed = useListed(screen, decisions.shown, search, me?.id ?? "");
  const { groups, waiting, showAll, own, made } = useArrangement(frame, listed.groups, `${screen}?${search}`);
  owned.current = own;
  const columns = useMemo(
    () =>
      groups.filter((one) => screen === "table" || one.key !== "dropped").map((one) => one.rows.map((row) => row.id)),
    [groups, screen],
  );
  const walked = useMemo(() => (screen === "table" ? [columns.flat()] : columns), [screen, columns]);
  const selection = useSelection(useMemo(() => columns.flat(), [columns]));
  const active = useActiveClaim({ list: frame, columns: walked, extend: selection.extend });
  const bulk = useBulk({ claims, selection, own });
  const hold = useHold(parent.id);
  useCardSoon();
  const offered = useMemo(() => offeredIn(claims, locale), [claims, locale]);
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const openMenu = useCallback(
    (claimId: string | null) => {
      hold(claimId !== null);
      setMenuOf(claimId);
    },
    [hold],
  );
  const ask = useCallback(
    (kind: "assign" | "drop", row: ClaimRow) => {
      own(row.id);
      setQuestion({ kind, row });
    },
    [own],
  );
  const { number: caseNumber, can } = parent;
  const { move, take } = decisions;
  const rights = useMemo(() => ({ canMove: can.edit, canAssign: can.assign }), [can.edit, can.assign]);
  const { labels } = offered;
  const myId = me?.id ?? "";
  // The cards of a long list are drawn again only when something of this is another.
  const actions: BoardActions = useMemo(
    () => ({ caseNumber, ...rights, myId, labels, move, take, ask, menuOf, openMenu, hold, selection, active }),
    [caseNumber, rights, myId, labels, move, take, ask, menuOf, openMenu, hold, selection, active],
  );
  const startNew = parent.can.createClaim ? () => setQuestion({ kind: "new" }) : null;
  useListKeys({ rows: listed.rows, actions, startNew, askMany: bulk.ask, waiting, showAll });
  return (
    <BoardActionsProvider value={actions}>
      <div className="claims-screen" data-selecting={selection.ids.size > 0 || undefined}>
        <h2 className="unseen">{say(screen)}</h2>
        {claims.length > 0 && (
          <FilterBar
            screen={screen}
            search={search}
            askFor={askFor}
            filters={listed.filters}
            people={parent.people}
            ratings={parent.scale?.ratings ?? []}
            offered={offered}
            found={listed.rows.length}
            all={claims.length}
            waiting={waiting}
            showAll={showAll}
            views={<ViewsMenu screen={screen} views={list.views} />}
            actions={startNew && <Button onClick={startNew}>{say("new_claim")}</Button>}
          />
        )}
        {claims.length === 0 && <NoClaims startNew={startNew} />}
        {listed.rows.length === 0 && claims.length > 0 && isFiltered(listed.filters) && <NothingMatches />}
        <PrintedClaims groups={groups} />
        <div ref={frame} className="claims-list">
          {listed.rows.length > 0 &&
            children({
              groups,
              filters: listed.filters,
              busy: busyOf(decisions),
              actions,
              isLong: claims.length >= MANY_CLAIMS,
            })}
        </div>
        <BulkBar bulk={bulk} selection={selection} matching={listed.rows} />
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
      {question?.kind === "new" && <NewClaimDialog caseNumber={parent.number} onMade={made} onClose={close} />}
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
