import { useCardContext, useSaving } from "#app/card/card-context.ts";
import { placeText } from "#app/card/places.ts";
import { hasUnsent, type SavingFacts, savingOf } from "#app/card/saving.ts";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";
import { placeSaying } from "#domain/place-words.ts";

/** After the server has said no for good: everything it never stored, to be copied. */
export function UnsentWords() {
  const say = useWords("saving");
  const sayIt = useSaying();
  const figures = useFigureWords();
  const { connection } = useCardContext();
  const ended = useSaving(endOf);
  const card = connection?.card.read();
  if (ended === null) return null;
  const waiting =
    card && ended.hasUnsent
      ? (connection?.waitingPlaces ?? []).map((place) => ({ place, text: placeText(card, place, figures.whole) }))
      : [];
  const unfit = [...(connection?.unfit.read() ?? [])].map(([place, text]) => ({ place, text }));
  const lost = [...waiting, ...unfit].filter((one) => one.text !== "");
  return (
    <section className="unsent" id="unsent" aria-labelledby="unsent-title">
      <h2 id="unsent-title">{say(lost.length > 0 ? "unsent_title" : "ended_title")}</h2>
      <p>{sayIt(ended.sentence)}</p>
      {lost.map(({ place, text }) => (
        <div key={place} className="unsent-part">
          <h3>{sayIt(placeSaying(place))}</h3>
          <pre dir="auto">{text}</pre>
          <CopyButton text={text} label={say("copy_place", { place: placeSaying(place) })} />
        </div>
      ))}
    </section>
  );
}

/** Why the card is closed for good, and whether something never arrived; null while it is not closed. */
function endOf(facts: SavingFacts) {
  const saving = savingOf(facts);
  if (saving.kind !== "refused" || !saving.final) return null;
  return { sentence: saving.sentence, hasUnsent: hasUnsent(facts), unfit: facts.unfit };
}
