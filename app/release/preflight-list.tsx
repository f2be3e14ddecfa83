import "#app/board/facts.css";
import { Link } from "@remix-run/react";
import { FiguresOf } from "#app/board/figures-of.tsx";
import { Statement } from "#app/board/statement.tsx";
import { KeepQuote } from "#app/release/keep-quote.tsx";
import { PageLinks } from "#app/release/page-links.tsx";
import { shortHash } from "#app/release/short-hash.ts";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";
import type { Hint, PreflightRow } from "#server/services/preflight.ts";
import type { PreflightListName, PreflightPart } from "#server/services/preflight-page.ts";

type ListProps = {
  title: string;
  name: PreflightListName;
  list: PreflightPart;
  caseNumber: number;
  empty: string;
  why?: string;
};

/** Claims before the next release, each with what it will say, what keeps it out and what its readers will miss. */
export function PreflightList({ title, name, list, caseNumber, empty, why }: ListProps) {
  const say = useWords("release");
  const { count, part, rows } = list;
  return (
    <section className="preflight-list">
      <h3 className="preflight-title">
        {title} <span className="count">{part.found}</span>
      </h3>
      {rows.length === 0 && <p className="quiet">{count > 0 ? say("found_none") : empty}</p>}
      <ul className="preflight-rows">
        {rows.map((row) => (
          <Row key={row.claimId} row={row} to={`/cases/${caseNumber}/claims/${row.number}`} why={why} />
        ))}
      </ul>
      <PageLinks part={part} name={say("pages_of", { list: title })} param={name} />
    </section>
  );
}

function Row({ row, to, why }: { row: PreflightRow; to: string; why?: string }) {
  const say = useWords("release");
  return (
    <li className="preflight-row">
      <p className="preflight-head">
        <Link className="ref" dir="ltr" to={to}>
          {row.reference}
        </Link>
        {row.changedSinceRelease && <span className="tag">{say("changed_since")}</span>}
        {row.reasons.length === 0 && (
          <span className="preflight-hash">
            <code className="quiet" dir="ltr" title={row.contentHash}>
              {shortHash(row.contentHash)}
            </code>
          </span>
        )}
      </p>
      <p className="preflight-statement">
        <Statement words={row.statement} language={row.language} />
      </p>
      <Said row={row} />
      <Hints kind="reason" hints={row.reasons} reference={row.reference} why={why} />
      <Hints kind="doubt" hints={row.doubts} reference={row.reference} />
    </li>
  );
}

/** What the release would say about it: its rating, who says so, and the figures with their bounds. */
function Said({ row: { mark, ratingLabel, claimant, figures, language } }: { row: PreflightRow }) {
  const say = useWords("release");
  return (
    <p className="preflight-said">
      <VerdictMark mark={mark} label={ratingLabel ?? say("no_rating")} />
      <span lang={(claimant && language) || undefined} dir="auto">
        {claimant || say("no_claimant")}
      </span>
      {figures.length > 0 && <FiguresOf of={figures} />}
    </p>
  );
}

type HintsProps = { kind: "reason" | "doubt"; hints: Hint[]; reference: string; why?: string };

function Hints({ kind, hints, reference, why }: HintsProps) {
  const saying = useSaying("release", "corrections", "claims");
  if (hints.length === 0) return null;
  return (
    <>
      {why && <p className="preflight-why">{why}</p>}
      <ul className="preflight-reasons" data-kind={kind}>
        {hints.map(({ message, href, keep }) => (
          <li key={keep?.quoteId ?? saying(message)}>
            <span className="preflight-hint">
              <Link to={href}>{saying(message)}</Link>
              {keep && <KeepQuote reference={reference} keep={keep} />}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
