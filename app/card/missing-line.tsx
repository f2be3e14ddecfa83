import { useRef } from "react";
import { useCard, useEditing } from "#app/card/card-context.ts";
import { useOutOfSight } from "#app/card/use-out-of-sight.ts";
import { Button } from "#app/ui/button.tsx";
import { readCard } from "#domain/card.ts";
import { hiddenInCard, takeOutHidden } from "#domain/hidden-in-card.ts";
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
      <HiddenSigns />
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

/** Nobody can read what an approval would cover while such characters stand in it. */
function HiddenSigns() {
  const places = useCard(hiddenInCard);
  const editing = useEditing();
  if (places.length === 0) return null;
  return (
    <span className="hidden-signs">
      <strong>Hidden characters</strong> in {places.join(", ")}
      {editing && (
        <Button kind="plain" onClick={() => editing.pick((doc) => takeOutHidden(doc, readCard(doc)))}>
          Take them out
        </Button>
      )}
    </span>
  );
}
