import "#app/board/facts.css";
import { useWords } from "#app/words/speech.tsx";

/** The statement in its own language and direction; a claim without one says so. */
export function Statement({ words, language }: { words: string; language: string }) {
  const say = useWords("claims");
  if (words.trim() === "") return <span className="quiet">{say("no_statement")}</span>;
  return (
    <span className="statement" lang={language || undefined} dir="auto">
      {words}
    </span>
  );
}
