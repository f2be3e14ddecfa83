import { Comparison } from "#app/history/comparison.tsx";
import { HistoryHead } from "#app/history/history-head.tsx";
import { useVersionKeys } from "#app/history/use-version-keys.ts";
import { VersionList } from "#app/history/version-list.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Comparison as Compared } from "#server/services/version-compare.ts";
import type { VersionList as Listed } from "#server/services/versions.ts";

/** The versions of a card beside what is different between two of them. */
export function HistoryScreen({ list, comparison }: { list: Listed; comparison: Compared }) {
  const say = useWords("history");
  const { claim, rows } = list;
  useVersionKeys(rows, comparison);
  return (
    <section className="history-screen" aria-label={say("screen", { reference: claim.reference })}>
      <HistoryHead claim={claim} />
      <div className="history-columns">
        <VersionList list={list} />
        <Comparison comparison={comparison} rows={rows} canEdit={claim.canEdit} />
      </div>
    </section>
  );
}
