import { useState } from "react";
import { CreditedTextView } from "#app/history/credited-text.tsx";
import { HistoryHead } from "#app/history/history-head.tsx";
import { useMoment } from "#app/history/version-words.ts";
import { writerWords } from "#app/history/writer-words.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Credits, Writer } from "#server/services/version-words.ts";

/** The card's texts set for reading: words that are pointed at or focused say who wrote them, and when. */
export function WordsScreen({ credits: { claim, texts, writers } }: { credits: Credits }) {
  const say = useWords("history");
  const [shown, setShown] = useState<number | null>(null);
  const moment = useMoment();
  const writer = shown === null ? undefined : writers[shown];
  return (
    <section className="history-screen" aria-label={say("words_screen", { reference: claim.reference })}>
      <HistoryHead claim={claim} />
      <div className="words-line">
        {writer ? (
          <p className="words-writer">
            {writer.person && <Avatar name={writer.person.name} colour={writer.person.colour} decorative />}
            {writerWords(say, writer, moment)}
          </p>
        ) : (
          <p className="quiet">{say("point_at_words")}</p>
        )}
      </div>
      <div className="words-texts">
        {texts.map((text) => (
          <CreditedTextView
            key={text.field}
            text={text}
            {...{ writers, shown, language: claim.language }}
            onShow={setShown}
          />
        ))}
      </div>
      <Notes writers={writers} moment={moment} />
    </section>
  );
}

/** What screen readers say about words, once for each writer. */
function Notes({ writers, moment }: { writers: readonly Writer[]; moment: (at: number) => string }) {
  const say = useWords("history");
  return (
    <div hidden>
      {writers.map((writer, at) => (
        <span key={noteId(at)} id={noteId(at)}>
          {writerWords(say, writer, moment)}
        </span>
      ))}
    </div>
  );
}

const noteId = (at: number) => `writer-${at}`;
