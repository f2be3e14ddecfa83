import { Form, useSearchParams } from "@remix-run/react";
import { ArrowLeftRight } from "lucide-react";
import { compareAddress, pageIn } from "#app/history/addresses.ts";
import { PartDiffs } from "#app/history/part-diffs.tsx";
import { RestoreButton } from "#app/history/restore.tsx";
import { VersionName } from "#app/history/version-name.tsx";
import { rowWords, sideWords, useMoment } from "#app/history/version-words.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/text-field.tsx";
import type { Comparison as Compared, Side } from "#server/services/version-compare.ts";
import type { HistoryRow } from "#server/services/version-rows.ts";

type ComparisonProps = { comparison: Compared; rows: readonly HistoryRow[]; canEdit: boolean };

/** Two states of the card, what is different between them, and the way back to the older one. */
export function Comparison({ comparison, rows, canEdit }: ComparisonProps) {
  const { from, to, differences, restorable } = comparison;
  return (
    <section className="comparison" aria-labelledby="comparison-title">
      <h3 className="unseen" id="comparison-title">
        What is different
      </h3>
      <Choice comparison={comparison} rows={rows} />
      <VersionName side={to} canEdit={canEdit} />
      <div className="comparison-line">
        <p>{sentenceOf(comparison)}</p>
        {restorable?.whyNot === null && (
          <RestoreButton
            restorable={restorable}
            words={
              restorable.side.id === to.id ? "Restore the version under “To”…" : "Restore the version under “From”…"
            }
          />
        )}
      </div>
      {restorable?.whyNot && <p className="quiet">{restorable.whyNot}</p>}
      {from.id !== to.id && <PartDiffs differences={differences} restorable={restorable} language={to.language} />}
    </section>
  );
}

/** Says plainly whether a sign-off of one state holds for the other. */
function sentenceOf({ from, to, differences: { material, beside, looks } }: Compared): string {
  if (from.id === to.id) return "This is where the history of the card begins, so there is nothing to compare it with.";
  const isSame = material.length === 0;
  if (isSame && beside.length + looks.length === 0) return "Nothing is different: both say exactly the same.";
  if (isSame) return "The material content is the same: a sign-off of one holds for the other. Only this is different:";
  return material.length === 1 ? "1 part is different." : `${material.length} parts are different.`;
}

/** Any two states can be chosen, in either order. */
function Choice({ comparison: { from, to }, rows }: Omit<ComparisonProps, "canEdit">) {
  const [search] = useSearchParams();
  const page = pageIn(search);
  return (
    <Form className="compare-form" preventScrollReset key={`${from.id} ${to.id}`}>
      {page !== null && <input type="hidden" name="before" value={page} />}
      <SideChoice label="From" name="from" side={from} rows={rows} />
      <ButtonLink
        icon
        to={compareAddress(search, { from: to.id, to: from.id })}
        preventScrollReset
        aria-label="Swap the two sides"
        title="Swap the two sides (X)"
        className="compare-swap"
      >
        <ArrowLeftRight size={16} aria-hidden="true" />
      </ButtonLink>
      <SideChoice label="To" name="to" side={to} rows={rows} />
      <Button type="submit">Compare</Button>
    </Form>
  );
}

type SideProps = { label: string; name: string; side: Side; rows: readonly HistoryRow[] };

function SideChoice({ label, name, side, rows }: SideProps) {
  const moment = useMoment();
  const isListed = rows.some(({ id }) => id === side.id);
  return (
    <Select label={label} name={name} defaultValue={side.id} className="input" dir="auto">
      {!isListed && <option value={side.id}>{sideWords(side, moment)}</option>}
      {rows.map((row) => (
        <option key={row.id} value={row.id}>
          {rowWords(row, moment)}
        </option>
      ))}
    </Select>
  );
}
