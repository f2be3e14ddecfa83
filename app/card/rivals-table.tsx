import { Link } from "@remix-run/react";
import { useCard } from "#app/card/card-context.ts";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { ShownText } from "#app/ui/shown-text.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords } from "#app/words/speech.tsx";
import { ratingGiven } from "#domain/scales.ts";
import type { ClaimView } from "#server/services/claim-view.ts";
import type { Rival } from "#server/services/conflict-sets.ts";

const HEAD = ["claim", "claimant", "figure", "rating", "status"] as const;

type RivalsTableProps = { claim: ClaimView; name: string; rivals: readonly Rival[]; caseNumber: number };

/** The claims of a set side by side: this one as it is being written, the others as they are stored. */
export function RivalsTable({ claim, name, rivals, caseNumber }: RivalsTableProps) {
  const say = useWords("card");
  const own = useOwnRow(claim);
  return (
    <table className="rivals">
      <caption className="unseen">{say("set_table", { name })}</caption>
      <thead>
        <tr>
          {HEAD.map((one) => (
            <th key={one} scope="col">
              {say(`set_${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row of={own} isOwn to={null} />
        {rivals.map((one) => (
          <Row key={one.id} of={one} to={`/cases/${caseNumber}/claims/${one.number}`} />
        ))}
      </tbody>
    </table>
  );
}

function useOwnRow(claim: ClaimView): Rival {
  const { id, number, reference, status, scale } = claim;
  const { statement, claimant, language, figures } = useCard((card) => card);
  const rating = useCard((card) => ratingGiven(scale, card));
  const given = { mark: rating?.mark ?? ("none" as const), ratingLabel: rating?.label ?? null };
  return { id, number, reference, status, statement, claimant, language, figures, ...given };
}

function Row({ of: row, isOwn = false, to }: { of: Rival; isOwn?: boolean; to: string | null }) {
  const say = useWords("card");
  const { whole } = useFigureWords();
  return (
    <tr data-own={isOwn || undefined}>
      <th scope="row">
        {to ? (
          <Link className="ref" to={to}>
            {row.reference}
          </Link>
        ) : (
          <span className="ref">{row.reference}</span>
        )}{" "}
        {isOwn && <span className="rivals-this">{say("set_this")}</span>}
        <p className="rivals-statement" lang={row.language || undefined} dir="auto">
          {row.statement ? (
            <ShownText text={row.statement} />
          ) : (
            <span className="quiet">{say("set_no_statement")}</span>
          )}
        </p>
      </th>
      <td data-head={say("set_claimant")}>
        {row.claimant ? (
          <bdi>
            <ShownText text={row.claimant} />
          </bdi>
        ) : (
          <span className="quiet">{say("set_no_claimant")}</span>
        )}
      </td>
      <td data-head={say("set_figure")}>
        {row.figures.length === 0 && <span className="quiet">{say("set_no_figure")}</span>}
        {row.figures.map((one) => (
          <p key={one.id} dir="auto">
            <ShownText text={whole(one)} />
          </p>
        ))}
      </td>
      <td data-head={say("set_rating")}>
        <VerdictMark mark={row.mark} label={row.ratingLabel} />
      </td>
      <td data-head={say("set_status")}>
        <StatusWord status={row.status} />
      </td>
    </tr>
  );
}
