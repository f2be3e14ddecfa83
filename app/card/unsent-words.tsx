import { useCardContext, useSaving } from "#app/card/card-context.ts";
import { placeText } from "#app/card/places.ts";
import { hasUnsent, type SavingFacts, savingOf } from "#app/card/saving.ts";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { ForgetKept } from "#app/unsent/forget-kept.tsx";
import { KeptNotSent } from "#app/unsent/kept-not-sent.tsx";
import { WordsToCopy } from "#app/unsent/words-to-copy.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";

/**
 * After the server has said no for good: everything it never stored, to be copied; otherwise what waits on this device and
 * cannot be sent.
 */
export function UnsentWords() {
  const ended = useSaving(endOf);
  const isHeldBack = useSaving((facts) => facts.everSynced && facts.kept > 0);
  if (ended) return <NeverStored ended={ended} />;
  return isHeldBack && <KeptNotSent />;
}

function NeverStored({ ended }: { ended: NonNullable<ReturnType<typeof endOf>> }) {
  const say = useWords("saving");
  const sayIt = useSaying("saving");
  const figures = useFigureWords();
  const { connection } = useCardContext();
  const card = connection?.card.read();
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
      <WordsToCopy words={lost} />
      {ended.isKept && <ForgetKept />}
    </section>
  );
}

/** Why the card is closed for good, and whether something never arrived; null while it is not closed. */
function endOf(facts: SavingFacts) {
  const saving = savingOf(facts);
  if (saving.kind !== "refused" || !saving.final) return null;
  const isKept = facts.onDevice || facts.kept > 0;
  return { sentence: saving.sentence, hasUnsent: hasUnsent(facts), unfit: facts.unfit, isKept };
}
