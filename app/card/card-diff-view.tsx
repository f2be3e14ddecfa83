import { sourceName } from "#app/card/numbering.ts";
import type { Card } from "#domain/card.ts";
import { diffCards } from "#domain/card-diff.ts";
import { ratingOf, type Scale } from "#domain/scales.ts";
import type { Diff } from "#domain/word-diff.ts";

/** What is different between two states of a card, field by field, word by word. */
export function CardDiffView({ before, after, scale }: { before: Card; after: Card; scale: Scale | null }) {
  const fields = diffCards(before, after, {
    sourceLabel: (id) => {
      const source = [...after.sources, ...before.sources].find((one) => one.id === id);
      return source ? sourceName(source) : "A removed source";
    },
    ratingLabel: (_scaleId, ratingId) => ratingOf(scale, ratingId)?.label ?? ratingId,
  });
  if (fields.length === 0) return <p className="quiet">Nothing: the text is the same.</p>;
  return (
    <dl className="card-diff">
      {fields.map(({ field, label, parts }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd dir="auto">{parts.map(toPart)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Struck through and underlined besides coloured, and `del` and `ins` for those who listen. */
function toPart({ type, text }: Diff, at: number) {
  const key = `${at}-${type}`;
  if (type === "removed") return <del key={key}>{text}</del>;
  return type === "added" ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
}
