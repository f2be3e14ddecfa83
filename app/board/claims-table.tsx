import "#app/board/facts.css";
import "#app/board/table.css";
import { Link, useSearchParams } from "@remix-run/react";
import { ClaimMenu } from "#app/board/claim-menu.tsx";
import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Shown } from "#app/board/claims-screen.tsx";
import { Due } from "#app/board/due.tsx";
import { SignOffs } from "#app/board/sign-offs.tsx";
import { readSort, type Sort, type SortKey, searchToSort, sortClaims } from "#app/board/sort.ts";
import { Statement } from "#app/board/statement.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { Time } from "#app/ui/time.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";

const HEADS: readonly [SortKey, string][] = [
  ["reference", "Reference"],
  ["statement", "Statement"],
  ["claimant", "Claimant"],
  ["status", "Status"],
  ["verdict", "Verdict"],
  ["figures", "Figures"],
  ["sources", "Sources"],
  ["signoffs", "Sign-offs"],
  ["owner", "Assignee"],
  ["due", "Due"],
  ["changed", "Changed"],
];

/** All claims in rows, sorted by the address. Too wide a table scrolls inside its own frame; on a phone each row is a card. */
export function ClaimsTable({ rows, busy, actions }: Shown) {
  const [search] = useSearchParams();
  const sort = readSort(search);
  return (
    <section className="claims-table-frame" aria-label="Claims in a table">
      <table className="claims-table">
        <thead>
          <tr>
            {HEADS.map(([key, words]) => (
              <SortHead key={key} name={key} words={words} sort={sort} search={search} />
            ))}
            <th scope="col">
              <span className="unseen">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sortClaims(rows, sort).map((row) => (
            <Row key={row.id} row={row} caseNumber={actions.caseNumber} isBusy={busy.has(row.id)} />
          ))}
        </tbody>
      </table>
    </section>
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

function Row({ row, caseNumber, isBusy }: { row: ClaimRow; caseNumber: number; isBusy: boolean }) {
  return (
    <tr data-claim={row.id} data-busy={isBusy || undefined}>
      <th scope="row" className="claims-table-reference">
        <Link className="ref" to={`/cases/${caseNumber}/claims/${row.number}`}>
          {row.reference}
        </Link>
      </th>
      <td className="claims-table-statement">
        <Statement words={row.statement} language={row.language} />
      </td>
      <td className="claims-table-claimant" data-words="Claimant">
        {row.claimant && <bdi>{row.claimant}</bdi>}
      </td>
      <td className="claims-table-status">
        <StatusWord status={row.status} />
      </td>
      <td className="claims-table-verdict">
        <VerdictMark mark={row.mark} label={row.ratingLabel} />
      </td>
      <td className="claims-table-figures" data-words="Figures">
        {row.figures.join("; ")}
      </td>
      <td className="claims-table-number" data-words="Sources">
        {row.sources}
      </td>
      <td className="claims-table-signs" data-words="Sign-offs">
        <SignOffs of={row.signOffs} />
        {row.changesRequested && <span className="stale claims-table-request">Changes requested</span>}
      </td>
      <td className="claims-table-owner" data-words="Assignee">
        {row.assignee && (
          <span className="owner">
            <Avatar name={row.assignee.name} colour={row.assignee.colour} decorative /> {row.assignee.name}
          </span>
        )}
      </td>
      <td className="claims-table-time" data-words="Due">
        <Due at={row.dueAt} status={row.status} bare />
      </td>
      <td className="claims-table-time" data-words="Changed">
        <Time at={row.updatedAt} show="near" />
      </td>
      <td className="claims-table-do">
        <ClaimMenu row={row} />
      </td>
    </tr>
  );
}
