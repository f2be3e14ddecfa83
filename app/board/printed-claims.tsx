import "#app/board/printed-claims.css";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { Due } from "#app/board/due.tsx";
import { FiguresOf } from "#app/board/figures-of.tsx";
import type { Group } from "#app/board/grouping.ts";
import { Labels } from "#app/board/labels.tsx";
import { SignOffs } from "#app/board/sign-offs.tsx";
import { Statement } from "#app/board/statement.tsx";
import { usePrinting } from "#app/board/use-printing.ts";
import { StatusWord } from "#app/ui/status-word.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords } from "#app/words/speech.tsx";

/** What goes on paper instead of board and table: every claim in its group, however few of them the screen draws. */
export function PrintedClaims({ groups }: { groups: readonly Group[] }) {
  if (!usePrinting()) return null;
  return (
    <div className="printed-claims">
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ key, words, rows }) => (
          <section key={key}>
            {words !== "" && (
              <h3 className="printed-group">
                <bdi>{words}</bdi> <span className="count">{rows.length}</span>
              </h3>
            )}
            <ol className="printed-list">
              {rows.map((row) => (
                <PrintedClaim key={row.id} row={row} />
              ))}
            </ol>
          </section>
        ))}
    </div>
  );
}

function PrintedClaim({ row }: { row: ClaimRow }) {
  const { reference, statement, language, claimant, status, mark, ratingLabel, figures, sources, signOffs } = row;
  const say = useWords("claims");
  return (
    <li className="printed-claim">
      <span className="ref">{reference}</span>
      <div>
        <p className="printed-statement">
          <Statement words={statement} language={language} />
        </p>
        <p className="printed-facts">
          {claimant && <bdi>{claimant}</bdi>}
          <StatusWord status={status} />
          <VerdictMark mark={mark} label={ratingLabel} />
          {figures.length > 0 && <FiguresOf of={figures} />}
          <span>{say("sources", { count: sources })}</span>
          <SignOffs of={signOffs} />
          {row.assignee && <bdi>{row.assignee.name}</bdi>}
          <Due at={row.dueAt} status={status} />
          <Labels of={row.labels} />
        </p>
      </div>
    </li>
  );
}
