import { useRef } from "react";
import { useCard } from "#app/card/card-context.ts";
import { useOutOfSight } from "#app/card/use-out-of-sight.ts";
import { missingParts } from "#domain/missing.ts";
import type { Scale } from "#domain/scales.ts";

/**
 * One line that says what the card still needs before anybody would believe it. Once the statement is scrolled away it
 * is repeated here, drawn by the style sheet: its words stand on the page once.
 */
export function MissingLine({ scale }: { scale: Scale | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  const missing = useCard((card) => missingParts(card, scale));
  const statement = useCard((card) => card.statement);
  const language = useCard((card) => card.language);
  const isAway = useOutOfSight(".card-statement", line);
  return (
    <p className="missing" ref={line}>
      {isAway && (
        <span
          className="statement-again"
          aria-hidden="true"
          data-words={statement}
          lang={language || undefined}
          dir="auto"
        />
      )}
      <span className={missing.length === 0 ? "quiet" : undefined}>
        {missing.length === 0 ? (
          "Nothing is missing on the card."
        ) : (
          <>
            <strong>Missing:</strong> {missing.join(", ")}
          </>
        )}
      </span>
    </p>
  );
}
