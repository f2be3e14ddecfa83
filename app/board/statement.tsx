import "#app/board/facts.css";
/** The statement in its own language and direction; a claim without one says so. */
export function Statement({ words, language }: { words: string; language: string }) {
  if (words.trim() === "") return <span className="quiet">No statement yet</span>;
  return (
    <span className="statement" lang={language || undefined} dir="auto">
      {words}
    </span>
  );
}
