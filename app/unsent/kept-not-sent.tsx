import { useCardContext } from "#app/card/card-context.ts";
import { cardWith } from "#app/card/card-with.ts";
import { placeText } from "#app/card/places.ts";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { ForgetKept } from "#app/unsent/forget-kept.tsx";
import { WordsToCopy } from "#app/unsent/words-to-copy.tsx";
import { useWords } from "#app/words/speech.tsx";

/** What waits on this device and is not sent: its author may not edit any more, or it does not fit the card. */
export function KeptNotSent() {
  const { canEdit } = useCardContext();
  const say = useWords("unsent");
  return (
    <section className="unsent" aria-labelledby="kept-title">
      <h2 id="kept-title">{say("title")}</h2>
      <p>{say(canEdit ? "does_not_fit" : "may_not_edit")}</p>
      <WordsToCopy words={useHeldBack()} />
      <ForgetKept />
    </section>
  );
}

function useHeldBack(): { place: string; text: string }[] {
  const { connection } = useCardContext();
  const figures = useFigureWords();
  const edits = connection?.heldBack ?? [];
  const card = connection && cardWith(connection.doc, edits);
  if (!card) return [];
  const places = [...new Set(edits.flatMap((one) => one.places))];
  return places
    .map((place) => ({ place, text: placeText(card, place, figures.whole) }))
    .filter(({ text }) => text !== "");
}
