import "#app/board/facts.css";
import { Link } from "@remix-run/react";
import { Statement } from "#app/board/statement.tsx";
import { shortHash } from "#app/board/words.ts";
import type { PreflightRow } from "#server/services/preflight.ts";

type ListProps = { title: string; rows: PreflightRow[]; caseNumber: number; empty: string };

/** The claims that go into the next release, or those that do not yet, each with its reasons and where they are mended. */
export function PreflightList({ title, rows, caseNumber, empty }: ListProps) {
  return (
    <section className="preflight-list">
      <h3 className="preflight-title">
        {title} <span className="count">{rows.length}</span>
      </h3>
      {rows.length === 0 && <p className="quiet">{empty}</p>}
      <ul className="preflight-rows">
        {rows.map((row) => (
          <Row key={row.claimId} row={row} to={`/cases/${caseNumber}/claims/${row.number}`} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row, to }: { row: PreflightRow; to: string }) {
  return (
    <li className="preflight-row">
      <p className="preflight-head">
        <Link className="ref" to={to}>
          {row.reference}
        </Link>
        {row.changedSinceRelease && <span className="tag">Changed since it was released</span>}
        {row.reasons.length === 0 && (
          <code className="quiet" title={row.contentHash}>
            {shortHash(row.contentHash)}
          </code>
        )}
      </p>
      <p className="preflight-statement">
        <Statement words={row.statement} language={row.language} />
      </p>
      {row.reasons.length > 0 && (
        <ul className="preflight-reasons">
          {row.reasons.map(({ message, href }) => (
            <li key={message}>
              <Link to={href}>{message}</Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
