import { useCard } from "#app/card/card-context.ts";
import { missingParts } from "#domain/missing.ts";
import type { Scale } from "#domain/scales.ts";

/** One line that says what the card still needs before anybody would believe it. */
export function MissingLine({ scale }: { scale: Scale | null }) {
  const missing = useCard((card) => missingParts(card, scale));
  if (missing.length === 0) return <p className="missing quiet">Nothing is missing on the card.</p>;
  return (
    <p className="missing">
      <strong>Missing:</strong> {missing.join(", ")}
    </p>
  );
}
