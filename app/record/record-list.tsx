import "#app/record/record.css";
import { Link } from "@remix-run/react";
import { Hash } from "#app/release/hash.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Time } from "#app/ui/time.tsx";
import type { RecordEvent } from "#server/services/history.ts";

/** The decisions on a case in plain words, newest first. */
export function RecordList({ events, caseNumber }: { events: RecordEvent[]; caseNumber: number }) {
  return (
    <ol className="record-list">
      {events.map((event) => (
        <Event key={event.seq} event={event} caseNumber={caseNumber} />
      ))}
    </ol>
  );
}

function Event({ event, caseNumber }: { event: RecordEvent; caseNumber: number }) {
  const { seq, actor, at, claimReference, claimNumber, hash } = event;
  return (
    <li className="record-row">
      <span className="record-when">
        <Time at={at} show="near" />
      </span>
      <span className="record-claim">
        {claimReference && (
          <Link className="ref" to={`/cases/${caseNumber}/claims/${claimNumber}`}>
            {claimReference}
          </Link>
        )}
      </span>
      <p className="record-words">
        {actor && <Avatar name={actor.name} colour={actor.colour} decorative />}
        <span dir="auto">
          <b>{actor?.name ?? "The server"}</b> <Summary event={event} caseNumber={caseNumber} />
        </span>
      </p>
      <div className="record-hash">
        <Hash value={hash} label={`Hash of event ${seq}:`} />
      </div>
    </li>
  );
}

/** What happened; where it names another claim, the name leads there. */
function Summary({ event: { summary, duplicateOf }, caseNumber }: { event: RecordEvent; caseNumber: number }) {
  const [before = "", after] = duplicateOf ? summary.split(duplicateOf.reference) : [summary];
  if (!duplicateOf || after === undefined) return <>{summary}</>;
  return (
    <>
      {before}
      <Link className="ref" to={`/cases/${caseNumber}/claims/${duplicateOf.number}`}>
        {duplicateOf.reference}
      </Link>
      {after}
    </>
  );
}
