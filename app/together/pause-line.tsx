import { resume } from "#app/together/paused.ts";
import { usePaused } from "#app/together/use-pause.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Say } from "#domain/words/say.ts";

/** Says that colleagues' changes are held back, how many, and shows them. */
export function PauseLine() {
  const say = useWords("together");
  const waiting = usePaused();
  if (waiting === null) return null;
  return (
    <div className="together-line">
      <p>{pausedWords(say, waiting)}</p>
      <Button onClick={resume}>{say("resume")}</Button>
    </div>
  );
}

export const pausedWords = (say: Say<"together">, waiting: number): string =>
  waiting === 0 ? say("paused_nothing") : say("paused", { count: waiting });
