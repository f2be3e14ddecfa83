import "#app/board/facts.css";
import "#app/board/table.css";
import { Link, useSearchParams } from "@remix-run/react";
import { Fragment, memo, useMemo, useRef } from "react";
import { useBoardActions } from "#app/board/board-context.ts";
import { ClaimMenu } from "#app/board/claim-menu.tsx";
import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Shown } from "#app/board/claims-screen.tsx";
import { Due } from "#app/board/due.tsx";
import { FiguresOf } from "#app/board/figures-of.tsx";
import { Labels } from "#app/board/labels.tsx";
import { SelectBox } from "#app/board/select-box.tsx";
import { SignOffs } from "#app/board/sign-offs.tsx";
import { readSort, SORT_KEYS, type Sort, type SortKey, searchToSort } from "#app/board/sort.ts";
import { Statement } from "#app/board/statement.tsx";
import { useVirtualRows } from "#app/board/use-virtual-rows.ts";
import { useDensity } from "#app/shell/density.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { Time } from "#app/ui/time.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords } from "#app/words/speech.tsx";

/** The height of a row: with a statement of two lines, or of the one that a compact row shows. */
const ROW = { comfortable: 65, compact: 31 };

type Line = { kind: "head"; key: string; words: string; count: number } | { kind: "claim"; row: ClaimRow };

/** All claims in rows, sorted and grouped by the address. Too wide a table scrolls inside its own frame; on a phone each row is a card. */
export function ClaimsTable({ groups, busy, actions, isLong }: Shown) {
  const [search] = useSearchParams();
  const say = useWords("board");
  const sort = readSort(search);
  const scroller = useRef<HTMLElement>(null);
  const lines = useMemo(() => groups.flatMap(linesOf), [groups]);
  const virtual = useVirtualRows({
    scroller,
    count: lines.length,
    estimate: ROW[useDensity()],
    keyOf: (index) => keyOf(lines[index]),
    active: lines.findIndex((one) => one.kind === "claim" && one.row.id === actions.active),
    isOn: isLong,
  });
  return (
    <section ref={scroller} className="claims-table-frame" aria-label={say("claims_in_table")}>
      <table className="claims-table" aria-rowcount={lines.length + 1}>
        <thead>
          <tr aria-rowindex={1} data-words={say("sort_by")}>
            <th scope="col" className="claims-table-select">
              <span className="unseen">{say("column_selected")}</span>
            </th>
            {SORT_KEYS.map((key) => (
              <SortHead key={key} name={key} words={say(`column_${key}`)} sort={sort} search={search} />
            ))}
            <th scope="col">
              <span className="unseen">{say("column_actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {virtual.rows.map(({ index, before }) => {
            const line = lines[index];
            if (!line) return null;
            const at = { index, measure: virtual.measure };
            return (
              <Fragment key={keyOf(line)}>
                <Space size={before} />
                {line.kind === "head" ? (
                  <GroupHead line={line} {...at} />
                ) : (
                  <Row row={line.row} caseNumber={actions.caseNumber} isBusy={busy.has(line.row.id)} {...at} />
                )}
              </Fragment>
            );
          })}
          <Space size={virtual.after} />
        </tbody>
      </table>
    </section>
  );
}

const linesOf = ({ key, words, rows }: Shown["groups"][number]): Line[] => {
  const claims = rows.map((row): Line => ({ kind: "claim", row }));
  return words === "" || rows.length === 0 ? claims : [{ kind: "head", key, words, count: rows.length }, ...claims];
};

const keyOf = (line: Line | undefined) => (line?.kind === "claim" ? line.row.id : (line?.key ?? ""));

/** The room of the rows that are not drawn. */
function Space({ size }: { size: number }) {
  if (size <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus.
    <tr aria-hidden="true" className="claims-table-space">
      <td colSpan={SORT_KEYS.length + 2} style={{ blockSize: size }} />
    </tr>
  );
}

type Place = { index: number; measure: ((node: Element | null) => void) | undefined };

function GroupHead({ line, index, measure }: { line: Line & { kind: "head" } } & Place) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} className="claims-table-group">
      <th scope="colgroup" colSpan={SORT_KEYS.length + 2}>
        <span className="claims-table-group-words">
          <bdi>{line.words}</bdi> <span className="count">{line.count}</span>
        </span>
      </th>
    </tr>
  );
}

type HeadProps = { name: SortKey; words: string; sort: Sort; search: URLSearchParams };

function SortHead({ name, words, sort, search }: HeadProps) {
  const isOn = sort.key === name;
  const direction = sort.descending ? "descending" : "ascending";
  return (
    <th scope="col" data-column={name} aria-sort={isOn ? direction : "none"}>
      <Link className="sort-link" to={searchToSort(search, name)} replace preventScrollReset>
        {words}
        <span className="sort-arrow" aria-hidden="true">
          {isOn ? (sort.descending ? "↓" : "↑") : ""}
        </span>
      </Link>
    </th>
  );
}

const Row = memo(function Row({
  row,
  caseNumber,
  isBusy,
  index,
  measure,
}: { row: ClaimRow; caseNumber: number; isBusy: boolean } & Place) {
  const { active, selection } = useBoardActions();
  const say = useWords("board");
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      data-claim={row.id}
      data-busy={isBusy || undefined}
      data-selected={selection.ids.has(row.id) || undefined}
    >
      <td className="claims-table-select">
        <SelectBox row={row} />
      </td>
      <th scope="row" className="claims-table-reference">
        <Link className="ref" to={`/cases/${caseNumber}/claims/${row.number}`} tabIndex={active === row.id ? 0 : -1}>
          {row.reference}
        </Link>
      </th>
      <td className="claims-table-statement">
        <div className="claims-table-words">
          <Statement words={row.statement} language={row.language} />
          <Labels of={row.labels} />
        </div>
      </td>
      <td className="claims-table-claimant" data-words={say("column_claimant")}>
        {row.claimant && <bdi>{row.claimant}</bdi>}
      </td>
      <td className="claims-table-status">
        <StatusWord status={row.status} />
      </td>
      <td className="claims-table-verdict">
        <VerdictMark mark={row.mark} label={row.ratingLabel} />
      </td>
      <td className="claims-table-figures" data-words={say("column_figures")}>
        <FiguresOf of={row.figures} />
      </td>
      <td className="claims-table-number" data-words={say("column_sources")}>
        {row.sources}
      </td>
      <td className="claims-table-signs" data-words={say("column_signoffs")}>
        <SignOffs of={row.signOffs} />
        {row.changesRequested && <span className="stale claims-table-request">{say("changes_requested")}</span>}
      </td>
      <td className="claims-table-owner" data-words={say("column_owner")}>
        {row.assignee && (
          <span className="owner">
            <Avatar name={row.assignee.name} colour={row.assignee.colour} decorative /> <bdi>{row.assignee.name}</bdi>
          </span>
        )}
      </td>
      <td className="claims-table-time" data-words={say("column_due")}>
        <Due at={row.dueAt} status={row.status} bare />
      </td>
      <td className="claims-table-time" data-words={say("column_changed")}>
        <Time at={row.updatedAt} show="near" />
      </td>
      <td className="claims-table-do">
        <ClaimMenu row={row} />
      </td>
    </tr>
  );
});
