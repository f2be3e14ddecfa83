import { Link } from "@remix-run/react";
import { CorrectionRecord } from "#app/corrections/correction-record.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { CorrectionsAround } from "#server/services/correction-views.ts";

/** What is on the record about a released claim, beside its card. Nothing where there is nothing. */
export function CorrectionsPart({
  around: { records, can },
  caseNumber,
}: {
  around: CorrectionsAround;
  caseNumber: number;
}) {
  const say = useWords("corrections");
  if (records.length === 0) return null;
  return (
    <section className="decision-part" id="corrections" aria-labelledby="corrections-title">
      <h3 id="corrections-title">{say("title")}</h3>
      <ol className="correction-list">
        {records.map((one) => (
          <CorrectionRecord key={one.id} record={one} canLook={can.look} />
        ))}
      </ol>
      <p>
        <Link to={`/cases/${caseNumber}/corrections`}>{say("of_case")}</Link>
      </p>
    </section>
  );
}
