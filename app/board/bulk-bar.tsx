import "#app/board/bulk.css";
import { Link } from "@remix-run/react";
import { useBoardActions } from "#app/board/board-context.ts";
import { BulkDialog } from "#app/board/bulk-dialog.tsx";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { Statement } from "#app/board/statement.tsx";
import type { Bulk } from "#app/board/use-bulk.ts";
import type { Selection } from "#app/board/use-selection.ts";
import { useWhyOffline } from "#app/case/decision-button.tsx";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";

type BarProps = { bulk: Bulk; selection: Selection; matching: readonly ClaimRow[] };

/** What can be decided on the selected claims. It stands below the list, so nothing moves when it appears. */
export function BulkBar({ bulk, selection, matching }: BarProps) {
  const { canMove, canAssign } = useBoardActions();
  const why = useWhyOffline();
  const say = useWords("bulk");
  const { size } = selection.ids;
  const isStill = bulk.progress !== null || why !== null;
  if (size === 0 && bulk.progress === null && bulk.left.length === 0) return null;
  return (
    <>
      {(size > 0 || bulk.progress) && (
        <section className="bulk-bar" aria-label={say("bar")}>
          <p className="bulk-count" role="status">
            {bulk.progress
              ? say("progress", { done: bulk.progress.done, count: bulk.progress.of })
              : say("selected", { count: size })}
          </p>
          {size < matching.length && (
            <Button kind="plain" onClick={() => selection.set(matching.map((row) => row.id))}>
              {say("select_all", { count: matching.length })}
            </Button>
          )}
          <div className="actions">
            {canAssign && (
              <Button disabled={isStill} onClick={() => bulk.ask("assign")}>
                {say("ask_assign")}
              </Button>
            )}
            {canMove && (
              <Button disabled={isStill} onClick={() => bulk.ask("move")}>
                {say("ask_status")}
              </Button>
            )}
            {canAssign && (
              <Button disabled={isStill} onClick={() => bulk.ask("due")}>
                {say("ask_due")}
              </Button>
            )}
            {canAssign && (
              <Button disabled={isStill} onClick={() => bulk.ask("review")}>
                {say("ask_review")}
              </Button>
            )}
            {canMove && (
              <Button disabled={isStill} onClick={() => bulk.ask("label")}>
                {say("ask_label")}
              </Button>
            )}
            <Button kind="plain" onClick={() => selection.set([])}>
              {say("select_nothing")}
            </Button>
          </div>
          {why && <p className="meta">{why}</p>}
        </section>
      )}
      {bulk.asking && (
        <BulkDialog
          key={bulk.asking}
          act={bulk.asking}
          count={size}
          onAct={bulk.start}
          onClose={() => bulk.ask(null)}
        />
      )}
      {bulk.left.length > 0 && <LeftDialog bulk={bulk} />}
    </>
  );
}

/** The claims that were not decided, each with its reason and the way to it. They stay selected. */
function LeftDialog({ bulk }: { bulk: Bulk }) {
  const { caseNumber } = useBoardActions();
  const { left, putAside } = bulk;
  const say = useWords("bulk");
  const sayIt = useSaying("bulk");
  return (
    <Dialog title={say("left", { count: left.length })} isOpen onOpenChange={putAside}>
      <div className="stack">
        <p className="quiet">{say("left_hint")}</p>
        <ul className="left-list">
          {left.map(({ row, why }) => (
            <li key={row.id} className="left-claim">
              <Link className="ref" to={`/cases/${caseNumber}/claims/${row.number}`}>
                {row.reference}
              </Link>
              <Statement words={row.statement} language={row.language} />
              <p className="left-why" dir="auto">
                {sayIt(why)}
              </p>
            </li>
          ))}
        </ul>
        <div className="actions">
          <Button kind="primary" onClick={putAside}>
            {say("close_left")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
