import "#app/record/record.css";
import { Link } from "@remix-run/react";
import { EventWords } from "#app/record/event-words.tsx";
import { Hash } from "#app/release/hash.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords } from "#app/words/speech.tsx";
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
  const say = useWords("record");
  const { seq, actor, at, says, duplicateOf, claimReference, claimNumber, hash } = event;
  const claimLink = (number: number | null, reference: string) => (
    <Link className="ref" to={`/cases/${caseNumber}/claims/${number}`}>
      {reference}
    </Link>
  );
  return (
    <li className="record-row">
      <span className="record-when">
        <Time at={at} show="near" />
      </span>
      <span className="record-claim">{claimReference && claimLink(claimNumber, claimReference)}</span>
      <p className="record-words">
        {actor && <Avatar name={actor.name} colour={actor.colour} decorative />}
        <span>
          <EventWords
            says={says}
            who={
              <b>
                <bdi>{actor?.name ?? say("the_server")}</bdi>
              </b>
            }
            other={duplicateOf && claimLink(duplicateOf.number, duplicateOf.reference)}
          />
        </span>
      </p>
      <div className="record-hash">
        <Hash value={hash} label={say("hash_of", { number: seq })} />
      </div>
    </li>
  );
}
