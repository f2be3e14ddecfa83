import { CheckWorks } from "#app/precedents/check-works.tsx";
import { CheckedBy } from "#app/precedents/checked-by.tsx";
import { type CaseChoice, MakeClaim } from "#app/precedents/make-claim.tsx";
import { OtherPage } from "#app/precedents/other-page.tsx";
import { useDay } from "#app/precedents/use-day.ts";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Time } from "#app/ui/time.tsx";
import { Words } from "#app/words/speech.tsx";
import { safeHref } from "#domain/safe-href.ts";
import type { Check } from "#server/import/check.ts";
import type { PrecedentView } from "#server/services/precedents.ts";

type Shown = Omit<Check, "body" | "publisherUrl" | "saidWhere">;

/** One check: what was claimed, who claimed it, who checked it with what result, and where it is. */
export function CheckWords({ check, left = 0 }: { check: Shown; left?: number }) {
  const { claim, title, language, url } = check;
  const href = safeHref(url);
  return (
    <>
      <p className="precedent-claim" dir="auto" lang={language || undefined}>
        <ShownText text={claim} />
      </p>
      <p className="precedent-checked">
        <CheckedBy check={check} />
      </p>
      <p className="precedent-facts">
        <ClaimedBy check={check} />
        {check.author && <Words room="precedents" id="written_by" values={{ author: <bdi>{check.author}</bdi> }} />}
        {href && (
          <OtherPage href={href} language={title ? language : ""}>
            {title || new URL(href).host}
          </OtherPage>
        )}
      </p>
      <CheckWorks check={check} left={left} />
    </>
  );
}

function ClaimedBy({
  check: { claimant, claimantUrl, claimDate, saidWhen },
}: {
  check: Pick<Check, "claimant" | "claimantUrl" | "claimDate" | "saidWhen">;
}) {
  const when = useDay()(claimDate) ?? (saidWhen || null);
  if (claimant === "" && when === null) return null;
  const id = claimant === "" ? "claimed_on" : when === null ? "claimed_by" : "claimed_by_on";
  const href = safeHref(claimantUrl);
  const who = href ? <OtherPage href={href}>{claimant}</OtherPage> : <bdi>{claimant}</bdi>;
  return (
    <span>
      <Words room="precedents" id={id} values={{ who, date: <bdi>{when}</bdi> }} />
    </span>
  );
}

/** `cases`: where somebody may make a claim of it; none for readers. */
export function PrecedentEntry({ precedent, cases }: { precedent: PrecedentView; cases: readonly CaseChoice[] }) {
  const { fileName, by, at } = precedent.came;
  return (
    <li className="precedent">
      <CheckWords check={precedent} left={precedent.left} />
      <p className="meta">
        <Words
          room="precedents"
          id={fileName ? "came" : "came_pasted"}
          values={{ file: <bdi>{fileName}</bdi>, who: <bdi>{by}</bdi>, time: <Time at={at} show="date" /> }}
        />
      </p>
      {cases.length > 0 && <MakeClaim precedentId={precedent.id} cases={cases} />}
    </li>
  );
}
