import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ElsewhereView } from "#server/services/document-view.ts";

/** Says for which quote somebody is choosing words, with what it said, until they are chosen. */
export function PlacingBar({ quote, onStop }: { quote: ElsewhereView; onStop: () => void }) {
  const say = useWords("article");
  const { reference, exact, language } = quote;
  return (
    <section className="placing" aria-label={say("placing", { reference })}>
      <p className="placing-words">
        <strong>{say("placing_choose", { reference })}</strong>
        <q lang={language || undefined} dir="auto">
          {exact}
        </q>
      </p>
      <Button onClick={onStop}>
        {say("placing_stop")} <kbd className="key">Esc</kbd>
      </Button>
    </section>
  );
}
