import { useDay } from "#app/precedents/use-day.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import type { Check } from "#server/import/check.ts";

type Checked = Pick<Check, "publisher" | "reviewDate" | "rating" | "explanation" | "language">;

/** Who checked it, when, and what came of it, as one sentence: theirs, never a verdict of this desk. */
export function CheckedBy({ check: { publisher, reviewDate, rating, explanation, language } }: { check: Checked }) {
  const say = useWords("precedents");
  const day = useDay()(reviewDate);
  const said = rating || explanation;
  const verdict = said ? (
    <strong dir="auto" lang={language || undefined}>
      {said}
    </strong>
  ) : (
    say("no_rating")
  );
  const id = publisher ? (day ? "checked_by_on" : "checked_by") : day ? "checked_on" : "checked";
  return (
    <Words
      room="precedents"
      id={id}
      values={{ publisher: <bdi>{publisher}</bdi>, date: <bdi>{day}</bdi>, rating: verdict }}
    />
  );
}
