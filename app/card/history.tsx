import { Link } from "@remix-run/react";
import { KeptVersion, PutBack, useVersionDecision } from "#app/card/kept-version.tsx";
import { EventWords } from "#app/record/event-words.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { ClaimView } from "#server/services/claim-view.ts";
import type { HistoryEntry, KeptVersion as Version } from "#server/services/history.ts";

/** What happened to this claim: edits by sitting, and every decision with the hash it was about. Newest first. */
export function History({ entries, claim }: { entries: readonly HistoryEntry[]; claim: ClaimView }) {
  const say = useWords("card");
  return (
    <details className="decision-part history">
      <summary>
        <h3>{say("history")}</h3> <span className="quiet">{entries.length}</span>
      </summary>
      <p>
        <Link to="history" relative="path">
          {say("history_compare")}
        </Link>
      </p>
      <ol className="history-list">
        {entries.map((one) => (
          <li key={keyOf(one)}>
            {one.kind === "version" ? <Kept version={one} claim={claim} /> : <Entry entry={one} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

function keyOf(entry: HistoryEntry): string {
  if (entry.kind === "sitting") return `${entry.from}-${entry.member?.id}`;
  return entry.kind === "version" ? `version-${entry.id}` : `${entry.at}-${entry.type}`;
}

/** The card as it was before somebody took out much of it. */
function Kept({ version, claim }: { version: Version; claim: ClaimView }) {
  const { id, member, at, outcome } = version;
  const say = useWords("card");
  const fetcher = useVersionDecision(claim);
  return (
    <>
      <p>{say(`took_out_${outcome ?? "missing"}`, { name: member?.name ?? say("somebody") })}</p>
      <p className="meta">
        <Words room="card" id="version_kept" values={{ at: <Time at={at} /> }} />
      </p>
      <KeptVersion claim={claim} versionId={id} fetcher={fetcher}>
        {outcome !== "put_back" && <PutBack fetcher={fetcher} versionId={id} />}
      </KeptVersion>
    </>
  );
}

function Entry({ entry }: { entry: Exclude<HistoryEntry, Version> }) {
  const say = useWords("card");
  const name = entry.member?.name ?? "Assay";
  if (entry.kind === "sitting") {
    return (
      <>
        <p>
          <Words
            room="card"
            id="edited"
            values={{ name, count: <span className="quiet">{say("edited_count", { count: entry.updates })}</span> }}
          />
        </p>
        <p className="meta">
          <Words
            room="card"
            id="from_to"
            values={{ from: <Time at={entry.from} />, to: <Time at={entry.to} show="time" /> }}
          />
        </p>
      </>
    );
  }
  return (
    <>
      <p>
        <EventWords says={entry.says} who={<strong>{name}</strong>} />
      </p>
      <p className="meta">
        <When at={entry.at} hash={entry.contentHash} />
      </p>
    </>
  );
}

function When({ at, hash }: { at: number; hash: string | null }) {
  const time = <Time at={at} />;
  if (!hash) return time;
  const code = (
    <code title={hash} dir="ltr">
      {hash.slice(0, 8)}
    </code>
  );
  return <Words room="card" id="on_hash" values={{ at: time, hash: code }} />;
}
