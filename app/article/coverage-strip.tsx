import { Button } from "#app/ui/button.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { SentenceView } from "#server/services/document-view.ts";

type Counts = Record<SentenceView["state"], number>;

/** How much of the text is accounted for, and the way to what is not. */
export function CoverageStrip({ counts, onNext }: { counts: Counts; onNext: () => void }) {
  const say = useWords("article");
  const { claimed, dismissed, open } = counts;
  const total = claimed + dismissed + open;
  return (
    <section className="coverage" aria-label={say("coverage")}>
      <svg
        className="coverage-bar"
        viewBox={`0 0 ${Math.max(total, 1)} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className="coverage-claimed" width={claimed} height="1" />
        <rect className="coverage-dismissed" x={claimed} width={dismissed} height="1" />
      </svg>
      <p className="coverage-words">
        <Words
          room="article"
          id="coverage_counts"
          values={{
            ...{ done: claimed + dismissed, total, claimed, dismissed, open },
            strong: (inside) => <strong>{inside}</strong>,
          }}
        />
      </p>
      {open > 0 && (
        <Button kind="plain" onClick={onNext}>
          {say("next_open")}
        </Button>
      )}
    </section>
  );
}
