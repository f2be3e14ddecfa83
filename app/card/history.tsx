import { Link } from "@remix-run/react";
import { KeptVersion, PutBack, useVersionDecision } from "#app/card/kept-version.tsx";
import { Time } from "#app/ui/time.tsx";
import type { ClaimView } from "#server/services/claim-view.ts";
import type { HistoryEntry, KeptVersion as Version } from "#server/services/history.ts";

/** What happened to this claim: edits by sitting, and every decision with the hash it was about. Newest first. */
export function History({ entries, claim }: { entries: readonly HistoryEntry[]; claim: ClaimView }) {
  return (
    <details className="decision-part history">
      <summary>
        <h3>History</h3> <span className="quiet">{entries.length}</span>
      </summary>
      <p>
        <Link to="history" relative="path">
          Compare versions, and see who wrote what
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

const OUTCOMES = {
  missing: "",
  came_back: ", and as much came back",
  put_back: ", and it was put back",
  left_out: ", and it was left out",
};

/** The card as it was before somebody took out much of it. */
function Kept({ version, claim }: { version: Version; claim: ClaimView }) {
  const { id, member, at, outcome } = version;
  const fetcher = useVersionDecision(claim);
  return (
    <>
      <p>
        {member?.name ?? "Somebody"} took out much of the card{OUTCOMES[outcome ?? "missing"]}
      </p>
      <p className="meta">
        <Time at={at} />. The version before is kept.
      </p>
      <KeptVersion claim={claim} versionId={id} fetcher={fetcher}>
        {outcome !== "put_back" && <PutBack fetcher={fetcher} versionId={id} />}
      </KeptVersion>
    </>
  );
}

function Entry({ entry }: { entry: Exclude<HistoryEntry, Version> }) {
  const name = entry.member?.name ?? "Assay";
  if (entry.kind === "sitting") {
    return (
      <>
        <p>
          {name} edited the card{" "}
          <span className="quiet">({entry.updates === 1 ? "1 change" : `${entry.updates} changes`})</span>
        </p>
        <p className="meta">
          <Time at={entry.from} /> to <Time at={entry.to} show="time" />
        </p>
      </>
    );
  }
  return (
    <>
      <p>
        <strong>{name}</strong> {entry.summary}
      </p>
      <p className="meta">
        <Time at={entry.at} />
        {entry.contentHash && (
          <>
            {" "}
            on <code title={entry.contentHash}>{entry.contentHash.slice(0, 8)}</code>
          </>
        )}
      </p>
    </>
  );
}
