import { CopyButton } from "#app/ui/copy-button.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";
import { placeSaying } from "#domain/place-words.ts";

/** Words of a card that the server does not have, place by place, each with a button that copies it. */
export function WordsToCopy({ words }: { words: readonly { place: string; text: string }[] }) {
  const say = useWords("saving");
  const sayIt = useSaying("places");
  return words.map(({ place, text }) => (
    <div key={place} className="unsent-part">
      <h3>{sayIt(placeSaying(place))}</h3>
      <pre dir="auto">{text}</pre>
      <CopyButton text={text} label={say("copy_place", { place: placeSaying(place) })} />
    </div>
  ));
}
