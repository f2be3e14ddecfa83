import { Link } from "@remix-run/react";
import { Statement } from "#app/board/statement.tsx";
import { EventWords } from "#app/record/event-words.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { DigestLine, DigestPart, DigestCase as Told } from "#server/services/digest.ts";

/** What others did on one case since this member last looked at it, claim by claim. */
export function DigestCase({ told }: { told: Told }) {
  const { caseNumber, caseTitle, since, parts, isCut } = told;
  const title = `digest-${caseNumber}`;
  const say = useWords("digest");
  return (
    <section className="digest-case" aria-labelledby={title}>
      <div className="digest-head">
        <h2 id={title}>
          <Link to={`/cases/${caseNumber}`}>
            <span className="ref">{say("case", { number: caseNumber })}</span> <span dir="auto">{caseTitle}</span>
          </Link>
        </h2>
        <p className="meta">
          {since === 0 ? (
            say("not_opened")
          ) : (
            <Words room="digest" id="last_looked" values={{ time: <Time at={since} show="near" /> }} />
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
          <Link to={`/cases/${caseNumber}/record`}>{say("earlier")}</Link>
        </p>
      )}
    </section>
  );
}

function Part({ part: { claim, lines }, caseNumber }: { part: DigestPart; caseNumber: number }) {
  const say = useWords("digest");
  return (
    <li className="digest-part">
      {claim ? (
        <Link className="digest-claim" to={`/cases/${caseNumber}/claims/${claim.number}`}>
          <span className="ref">{claim.reference}</span> <Statement words={claim.statement} language={claim.language} />
        </Link>
      ) : (
        <span className="quiet">{say("of_case")}</span>
      )}
      <ul className="digest-lines">
        {lines.map((line) => (
          <Line key={line.seq} line={line} />
        ))}
      </ul>
    </li>
  );
}

function Line({ line: { actor, says, at } }: { line: DigestLine }) {
  const sayClaim = useWords("claims");
  return (
    <li className="digest-line">
      <span>
        <EventWords
          says={says}
          who={
            <strong>
              <bdi>{actor?.name ?? sayClaim("somebody")}</bdi>
            </strong>
          }
        />
      </span>
      <span className="meta">
        <Time at={at} show="near" />
      </span>
    </li>
  );
}
