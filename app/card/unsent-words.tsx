import { useCardContext, useSavingFacts } from "#app/card/card-context.ts";
import { placeText, placeWord } from "#app/card/places.ts";
import { hasUnsent, savingOf } from "#app/card/saving.ts";
import { CopyButton } from "#app/ui/copy-button.tsx";

/** After the server has said no for good: everything it never stored, to be copied. */
export function UnsentWords() {
  const { connection } = useCardContext();
  const facts = useSavingFacts();
  const saving = savingOf(facts);
  const card = connection?.card.read();
  if (saving.kind !== "refused" || !saving.final) return null;
  const waiting =
    card && hasUnsent(facts)
      ? (connection?.waitingPlaces ?? []).map((place) => ({ place, text: placeText(card, place) }))
      : [];
  const unfit = [...(connection?.unfit.read() ?? [])].map(([place, text]) => ({ place, text }));
  const lost = [...waiting, ...unfit].filter((one) => one.text !== "");
  return (
    <section className="unsent" id="unsent" aria-labelledby="unsent-title">
      <h2 id="unsent-title">{lost.length > 0 ? "What the server did not store" : "This card is no longer live"}</h2>
      <p>{saving.sentence}</p>
      {lost.map(({ place, text }) => (
        <div key={place} className="unsent-part">
          <h3>{placeWord(place)}</h3>
          <pre dir="auto">{text}</pre>
          <CopyButton text={text} label={`Copy ${placeWord(place).toLowerCase()}`} />
        </div>
      ))}
    </section>
  );
}
