import { Form, useSearchParams } from "@remix-run/react";
import { ArrowLeftRight } from "lucide-react";
import { compareAddress, pageIn } from "#app/history/addresses.ts";
import { PartDiffs } from "#app/history/part-diffs.tsx";
import { RestoreButton } from "#app/history/restore.tsx";
import { VersionName } from "#app/history/version-name.tsx";
import { useRowWords } from "#app/history/version-words.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";
import type { Say } from "#domain/words/say.ts";
import type { Comparison as Compared, Side } from "#server/services/version-compare.ts";
import type { HistoryRow } from "#server/services/version-rows.ts";

type ComparisonProps = { comparison: Compared; rows: readonly HistoryRow[]; canEdit: boolean };

/** Two states of the card, what is different between them, and the way back to the older one. */
export function Comparison({ comparison, rows, canEdit }: ComparisonProps) {
  const say = useWords("history");
  const saying = useSaying("history");
  const { from, to, differences, restorable } = comparison;
  return (
    <section className="comparison" aria-labelledby="comparison-title">
      <h3 className="unseen" id="comparison-title">
        {say("compared")}
      </h3>
      <Choice comparison={comparison} rows={rows} />
      <VersionName side={to} canEdit={canEdit} />
      <div className="comparison-line">
        <p>{sentenceOf(say, comparison)}</p>
        {restorable?.whyNot === null && (
          <RestoreButton
            restorable={restorable}
            words={say(restorable.side.id === to.id ? "restore_to" : "restore_from")}
          />
        )}
      </div>
      {restorable?.whyNot && <p className="quiet">{saying(restorable.whyNot)}</p>}
      {from.id !== to.id && <PartDiffs differences={differences} restorable={restorable} language={to.language} />}
    </section>
  );
}

/** Says plainly whether a sign-off of one state holds for the other. */
function sentenceOf(say: Say<"history">, { from, to, differences: { material, beside, looks } }: Compared): string {
  if (from.id === to.id) return say("begins_here");
  const isSame = material.length === 0;
  if (isSame && beside.length + looks.length === 0) return say("nothing_different");
  if (isSame) return say("same_material");
  return say("parts_different", { count: material.length });
}

/** Any two states can be chosen, in either order. */
function Choice({ comparison: { from, to }, rows }: Omit<ComparisonProps, "canEdit">) {
  const say = useWords("history");
  const [search] = useSearchParams();
  const page = pageIn(search);
  return (
    <Form className="compare-form" preventScrollReset key={`${from.id} ${to.id}`}>
      {page !== null && <input type="hidden" name="before" value={page} />}
      <SideChoice label={say("from")} name="from" side={from} rows={rows} />
      <ButtonLink
        icon
        to={compareAddress(search, { from: to.id, to: from.id })}
        preventScrollReset
        aria-label={say("swap")}
        title={say("swap_hint")}
        className="compare-swap"
      >
        <ArrowLeftRight size={16} aria-hidden="true" />
      </ButtonLink>
      <SideChoice label={say("to")} name="to" side={to} rows={rows} />
      <Button type="submit">{say("compare")}</Button>
    </Form>
  );
}

type SideProps = { label: string; name: string; side: Side; rows: readonly HistoryRow[] };

function SideChoice({ label, name, side, rows }: SideProps) {
  const { ofRow, ofSide } = useRowWords();
  const isListed = rows.some(({ id }) => id === side.id);
  return (
    <Select label={label} name={name} defaultValue={side.id} className="input" dir="auto">
      {!isListed && <option value={side.id}>{ofSide(side)}</option>}
      {rows.map((row) => (
        <option key={row.id} value={row.id}>
          {ofRow(row)}
        </option>
      ))}
    </Select>
  );
}
