import { DiffWords } from "#app/ui/diff-words.tsx";
import type { Card } from "#domain/card.ts";
import { diffCards } from "#domain/card-diff.ts";
import { cardNames } from "#domain/card-names.ts";
import type { Scale } from "#domain/scales.ts";

/** What is different between two states of a card, field by field, word by word. */
export function CardDiffView({ before, after, scale }: { before: Card; after: Card; scale: Scale | null }) {
  const fields = diffCards(before, after, cardNames(before, after, scale));
  if (fields.length === 0) return <p className="quiet">Nothing: the text is the same.</p>;
  return (
    <dl className="card-diff">
      {fields.map(({ field, label, parts }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd dir="auto">
            <DiffWords parts={parts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
