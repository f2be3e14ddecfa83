import { Time } from "#app/ui/time.tsx";
import type { HistoryEntry } from "#server/services/history.ts";

/** What happened to this claim: edits by sitting, and every decision with the hash it was about. Newest first. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <details className="decision-part history">
      <summary>
        <h3>History</h3> <span className="quiet">{entries.length}</span>
      </summary>
      <ol className="history-list">
        {entries.map((one) => (
          <Entry key={one.kind === "sitting" ? `${one.from}-${one.member?.id}` : `${one.at}-${one.type}`} entry={one} />
        ))}
      </ol>
    </details>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const name = entry.member?.name ?? "Assay";
  if (entry.kind === "sitting") {
    return (
      <li>
        <p>
          {name} edited the card{" "}
          <span className="quiet">({entry.updates === 1 ? "1 change" : `${entry.updates} changes`})</span>
        </p>
        <p className="meta">
          <Time at={entry.from} /> to <Time at={entry.to} show="time" />
        </p>
      </li>
    );
  }
  return (
    <li>
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
    </li>
  );
}
