import "#app/corrections/corrections.css";
import { useSearchParams } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { CorrectionRecord } from "#app/corrections/correction-record.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/speech.tsx";
import { CORRECTION_KINDS } from "#domain/corrections.ts";
import type { CorrectionView } from "#server/services/correction-views.ts";

/** Everything that was put on the record about released claims of a case. */
export function CorrectionsLog({ records, canLook }: { records: readonly CorrectionView[]; canLook: boolean }) {
  const say = useWords("corrections");
  const { parent } = useCase();
  const [search] = useSearchParams();
  const kind = CORRECTION_KINDS.find((one) => one === search.get("kind"));
  const shown = records.filter((one) => kind === undefined || one.kind === kind);
  return (
    <Page part title={say("title")} lede={say("log_lede")}>
      {records.length === 0 ? (
        <Empty title={say("log_empty")}>{say("log_empty_hint")}</Empty>
      ) : (
        <div className="correction-log">
          <nav className="actions" aria-label={say("filter")}>
            <ButtonLink to="?" replace aria-current={kind === undefined ? "page" : undefined}>
              {say("all")} <span className="count">{records.length}</span>
            </ButtonLink>
            {CORRECTION_KINDS.map((one) => (
              <ButtonLink key={one} to={`?kind=${one}`} replace aria-current={kind === one ? "page" : undefined}>
                {say("kind", { kind: one })}{" "}
                <span className="count">{records.filter((record) => record.kind === one).length}</span>
              </ButtonLink>
            ))}
          </nav>
          {shown.length === 0 && <p className="quiet">{say("log_empty_kind")}</p>}
          <ol className="correction-list">
            {shown.map((one) => (
              <CorrectionRecord key={one.id} record={one} caseNumber={parent.number} canLook={canLook} />
            ))}
          </ol>
        </div>
      )}
    </Page>
  );
}
