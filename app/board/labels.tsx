import "#app/board/facts.css";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";

/** So many are shown in a list; the card and the filter have the others. */
const SHOWN = 3;

/** The labels of a claim in a list. */
export function Labels({ of: labels }: { of: readonly string[] }) {
  const say = useWords("labels");
  if (labels.length === 0) return null;
  const more = labels.length - SHOWN;
  return (
    <ul className="labels" aria-label={say("labels")}>
      {labels.slice(0, SHOWN).map((one) => (
        <li key={one} className="label-tag" dir="auto">
          <ShownText text={one} />
        </li>
      ))}
      {more > 0 && <li className="label-more">{say("more", { count: more })}</li>}
    </ul>
  );
}
