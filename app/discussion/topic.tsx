import { Link } from "@remix-run/react";
import { useCard, useCardContext } from "#app/card/card-context.ts";
import { useSourceName } from "#app/card/use-source-name.ts";
import { useCase } from "#app/case/use-case.ts";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { goToWords } from "#app/discussion/dom-words.ts";
import { spanOf, wordsOf } from "#app/discussion/words-place.ts";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ThreadAbout } from "#domain/discussion.ts";
import { placeWords } from "#domain/place-words.ts";
import type { ThreadView } from "#server/services/discussion-view.ts";

/** What a thread is about, and the way there. */
export function Topic({ thread }: { thread: ThreadView }) {
  const say = useWords("discussion");
  const { about, from } = thread;
  if (from && about.kind !== "claim") return <Elsewhere thread={thread} about={about} from={from} />;
  if (about.kind === "words") return <OnTheWords threadId={thread.id} about={about} />;
  if (about.kind === "source") return <Source about={about} />;
  return <h4 className="thread-topic quiet">{say("topic_claim")}</h4>;
}

type ElsewhereProps = {
  thread: ThreadView;
  about: Exclude<ThreadView["about"], { kind: "claim" }>;
  from: NonNullable<ThreadView["from"]>;
};

/** Words or a source of a claim that was merged into this one: they stand on its own card, where the way leads. */
function Elsewhere({ thread, about, from }: ElsewhereProps) {
  const say = useWords("discussion");
  const sayPlace = useWords("places");
  const sayPart = useWords("parts");
  const { parent } = useCase();
  const first = thread.comments[0]?.id ?? "";
  return (
    <h4 className="thread-topic">
      <Link
        to={`/cases/${parent.number}/claims/${from.number}?own#comment-${first}`}
        title={say("go_to_card", { reference: from.reference })}
        dir="auto"
      >
        {about.kind === "words" ? (
          <q className="thread-quote">
            <ShownText text={shortened(about.exact)} />
          </q>
        ) : (
          <ShownText text={shortened(about.name || sayPart("untitled_source"))} />
        )}
      </Link>
      <span className="meta">{about.kind === "words" ? placeWords(sayPlace, about.place) : say("source")}</span>
    </h4>
  );
}

type OnWords = Extract<ThreadAbout, { kind: "words" }>;

function OnTheWords({ threadId, about }: { threadId: string; about: OnWords }) {
  const say = useWords("discussion");
  const sayPlace = useWords("places");
  const { connection } = useCardContext();
  const { point } = useDiscussion();
  const language = useCard((card) => card.language);
  useCard((card) => card[about.place]);
  const doc = connection?.card.read() ? connection.doc : null;
  const span = doc && spanOf(doc, about.place, about);
  const isSame = span && doc && wordsOf(doc, about.place).slice(span.from, span.to) === about.exact;
  const go = () => {
    if (!doc) return;
    point(threadId);
    const now = spanOf(doc, about.place, about);
    if (now) goToWords(document, about.place, now);
  };
  const quote = (
    <q className="thread-quote" lang={language || undefined} dir="auto">
      <ShownText text={shortened(about.exact)} />
    </q>
  );
  return (
    <>
      <h4 className="thread-topic">
        {doc && !span ? (
          quote
        ) : (
          <button type="button" className="thread-words-button" onClick={go} title={say("go_to_words")}>
            {quote}
          </button>
        )}
        <span className="meta">{placeWords(sayPlace, about.place)}</span>
      </h4>
      {doc && !span && <p className="thread-note">{say("words_gone")}</p>}
      {span && !isSame && <p className="thread-note">{say("words_differ")}</p>}
    </>
  );
}

function Source({ about }: { about: { sourceId: string; name: string } }) {
  const say = useWords("discussion");
  const nameOf = useSourceName();
  const untitled = { title: about.name, publisher: "", url: "" };
  const source = useCard((card) => card.sources.find((one) => one.id === about.sourceId) ?? null);
  return (
    <>
      <h4 className="thread-topic">
        {source ? (
          <a href={`#source-${about.sourceId}`} dir="auto">
            <ShownText text={shortened(nameOf(source))} />
          </a>
        ) : (
          <bdi>
            <ShownText text={shortened(nameOf(untitled))} />
          </bdi>
        )}
        <span className="meta">{say("source")}</span>
      </h4>
      {!source && <p className="thread-note">{say("source_gone")}</p>}
    </>
  );
}

const MOST = 160;

export function shortened(words: string): string {
  const letters = [...words];
  return letters.length > MOST ? `${letters.slice(0, MOST).join("").trimEnd()}…` : words;
}
