import "#app/board/facts.css";
import "#app/work/work.css";
import { Link } from "@remix-run/react";
import { Due } from "#app/board/due.tsx";
import { SignOffs } from "#app/board/sign-offs.tsx";
import { Statement } from "#app/board/statement.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useSaying } from "#app/words/speech.tsx";
import type { WorkSection } from "#app/work/sections.ts";
import type { WorkRow } from "#server/services/work.ts";

/** One list of My work: each claim with the reason why it is here. */
export function WorkList({ section: { key, title, rows } }: { section: WorkSection }) {
  return (
    <section className="work-section" id={key} aria-labelledby={`${key}-title`}>
      <h2 className="work-title" id={`${key}-title`}>
        {title} <span className="count">{rows.length}</span>
      </h2>
      <ul className="work-list">
        {rows.map((row) => (
          <WorkClaim key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function WorkClaim({ row }: { row: WorkRow }) {
  const sayIt = useSaying("work");
  return (
    <li className="work-row">
      <div className="work-words">
        <p className="work-meta">
          <span className="ref">{row.reference}</span>
          <span className="work-case" dir="auto">
            {row.caseTitle}
          </span>
        </p>
        <Link className="work-link" to={`/cases/${row.caseNumber}/claims/${row.number}`}>
          <Statement words={row.statement} language={row.language} />
        </Link>
        <p className="work-why" dir="auto">
          {sayIt(row.why)}
        </p>
      </div>
      <div className="work-facts">
        <VerdictMark mark={row.mark} label={row.ratingLabel} />
        <SignOffs of={row.signOffs} />
        <Due at={row.dueAt} status={row.status} />
      </div>
    </li>
  );
}
