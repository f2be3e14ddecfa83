import "#app/corrections/corrections.css";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { ReleasedCorrectionView } from "#server/services/release-view.ts";

/** What a release tells of corrections: of one of its claims, or of claims that are withdrawn. */
export function ReleasedCorrections({
  of: corrections,
  named,
}: {
  of: readonly ReleasedCorrectionView[];
  named?: boolean;
}) {
  const say = useWords("corrections");
  return (
    <ol className="correction-list">
      {corrections.map((one) => (
        <li key={`${one.reference} ${one.kind} ${one.at} ${one.what}`} className="correction">
          <p className="correction-head">
            <strong>{say("kind", { kind: one.kind })}</strong>
            {named && (
              <span className="ref" dir="ltr">
                {one.reference}
              </span>
            )}
            <span className="correction-state">{say("after", { number: one.releasedBefore })}</span>
          </p>
          <p className="correction-what" dir="auto">
            {one.what}
          </p>
          <p className="correction-why">
            <Words room="corrections" id="why" values={{ why: <bdi>{one.why}</bdi> }} />
          </p>
          <p className="correction-facts">
            <span>
              <Words room="corrections" id="by_at" values={{ who: <bdi>{one.by}</bdi>, time: <Time at={one.at} /> }} />
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
