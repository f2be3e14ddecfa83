import { Link } from "@remix-run/react";
import { Statement } from "#app/board/statement.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Time } from "#app/ui/time.tsx";
import type { DigestLine, DigestPart, DigestCase as Told } from "#server/services/digest.ts";

/** What others did on one case since this member last looked at it, claim by claim. */
export function DigestCase({ told }: { told: Told }) {
  const { caseNumber, caseTitle, since, parts, isCut } = told;
  const title = `digest-${caseNumber}`;
  return (
    <section className="digest-case" aria-labelledby={title}>
      <div className="digest-head">
        <h2 id={title}>
          <Link to={`/cases/${caseNumber}`}>
            <span className="ref">Case {caseNumber}</span> <span dir="auto">{caseTitle}</span>
          </Link>
        </h2>
        <p className="meta">
          {since === 0 ? (
            "You have not opened it yet."
          ) : (
            <>
              You last looked <Time at={since} show="near" />
            </>
          )}
        </p>
      </div>
      <ul>
        {parts.map((part) => (
          <Part key={part.claim?.reference ?? "case"} part={part} caseNumber={caseNumber} />
        ))}
      </ul>
      {isCut && (
        <p className="meta">
          <Link to={`/cases/${caseNumber}/record`}>Earlier news is in the record of the case</Link>
        </p>
      )}
    </section>
  );
}

function Part({ part: { claim, lines }, caseNumber }: { part: DigestPart; caseNumber: number }) {
  return (
    <li className="digest-part">
      {claim ? (
        <Link className="digest-claim" to={`/cases/${caseNumber}/claims/${claim.number}`}>
          <span className="ref">{claim.reference}</span> <Statement words={claim.statement} language={claim.language} />
        </Link>
      ) : (
        <span className="quiet">The case</span>
      )}
      <ul className="digest-lines">
        {lines.map((line) => (
          <Line key={line.seq} line={line} />
        ))}
      </ul>
    </li>
  );
}

function Line({ line: { actor, summary, at } }: { line: DigestLine }) {
  return (
    <li className="digest-line">
      <span dir="auto">
        <strong>{actor?.name ?? "Somebody"}</strong> <ShownText text={summary} />
      </span>
      <span className="meta">
        <Time at={at} show="near" />
      </span>
    </li>
  );
}
