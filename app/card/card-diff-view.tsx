import { useCardNames } from "#app/card/use-card-names.ts";
import { DiffWords } from "#app/ui/diff-words.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Card } from "#domain/card.ts";
import { diffCards } from "#domain/card-diff.ts";
import { changedField } from "#domain/card-parts.ts";
import { partWord, valueWords } from "#domain/part-words.ts";
import type { Scale } from "#domain/scales.ts";

/** What is different between two states of a card, field by field, word by word. */
export function CardDiffView({ before, after, scale }: { before: Card; after: Card; scale: Scale | null }) {
  const say = useWords("card");
  const sayPart = useWords("parts");
  const names = useCardNames(before, after, scale);
  const fields = diffCards(before, after, names);
  if (fields.length === 0) return <p className="quiet">{say("no_difference")}</p>;
  return (
    <dl className="card-diff">
      {fields.map(({ field, parts }) => (
        <div key={field}>
          <dt>{partWord(sayPart, changedField(field, names))}</dt>
          <dd dir="auto">
            <DiffWords parts={parts.map((one) => ({ ...one, text: valueWords(sayPart, field, one.text) }))} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
