import { memo, type ReactNode } from "react";
import type { Paragraph, Run, Sentence } from "#app/article/article-layout.ts";
import type { ParagraphModel } from "#app/article/article-model.ts";
import { ClaimEnds } from "#app/article/claim-ends.tsx";
import { stateWords } from "#app/article/sentence-words.ts";
import { useLanguage, useWords } from "#app/words/speech.tsx";
import type { MarkView } from "#server/services/document-view.ts";

type ParagraphProps = {
  model: ParagraphModel;
  /** The claim that is looked at, when it is marked here. */
  chosen: string | null;
  /** The sentence that Tab reaches, when it is here. */
  stop: number | null;
  /** The sentence that the keys and the toolbar are about, when it is here. */
  current: number | null;
  /** Marks that colleagues made since the page was opened. */
  isFresh: (quoteId: string) => boolean;
  dir: "auto" | undefined;
  /** The text's own headline. */
  isHeadline: boolean;
  onClaim: (claimId: string) => void;
};

/** One paragraph. What stands in elements with `data-start` are the article's characters and nothing else. */
export const ArticleParagraph = memo(function ArticleParagraph(props: ParagraphProps) {
  return (
    <p className="article-paragraph" data-headline={props.isHeadline || undefined} dir={props.dir}>
      {props.model.parts.map((part) =>
        part.kind === "sentence" ? (
          <SentenceSpan key={`s${part.ordinal}`} part={part} {...props} />
        ) : (
          piece(part, props)
        ),
      )}
    </p>
  );
});

function SentenceSpan({ part, ...props }: ParagraphProps & { part: Sentence }) {
  const say = useWords("article");
  const sentence = props.model.sentences.get(part.ordinal);
  return (
    // The cursor of the keyboard stands on sentences; its keys are listed in the sheet of keys.
    <span
      className="sentence"
      data-ordinal={part.ordinal}
      data-state={sentence?.state}
      data-current={props.current === part.ordinal || undefined}
      tabIndex={props.stop === part.ordinal ? 0 : -1}
    >
      {sentence?.state === "dismissed" && <span className="unseen">({stateWords(say, sentence)}) </span>}
      {part.parts.map((one) => piece(one, props))}
    </span>
  );
}

function piece(part: Exclude<Paragraph["parts"][number], Sentence>, props: ParagraphProps): ReactNode {
  if (part.kind === "run") return <RunSpan key={`r${part.start}`} run={part} {...props} />;
  const { model, chosen, onClaim } = props;
  return <ClaimEnds key={`e${part.ids[0]}`} end={part} {...{ model, chosen, onClaim }} />;
}

function RunSpan({ run, model, chosen, isFresh }: ParagraphProps & { run: Run }) {
  if (run.ids.length === 0) return <span data-start={run.start}>{run.text}</span>;
  const claims = claimsOn(run, model);
  const ids = claims.map((one) => one.claimId);
  return (
    <>
      {claims.length > 1 && <Overlap references={claims.map((one) => one.reference)} />}
      <mark
        className="claim-mark"
        data-start={run.start}
        data-claims={ids.join(" ")}
        data-depth={Math.min(Math.max(claims.length, 1), 3)}
        data-chosen={(chosen !== null && ids.includes(chosen)) || undefined}
        data-making={ids.length === 0 || undefined}
        data-fresh={run.ids.some(isFresh) || undefined}
      >
        {run.text}
      </mark>
    </>
  );
}

/** Each claim that stands on these words, once. */
function claimsOn(run: Run, model: ParagraphModel): MarkView[] {
  const marks = run.ids.flatMap((id) => model.marks.get(id) ?? []);
  return marks.filter((mark, at) => marks.findIndex((one) => one.claimId === mark.claimId) === at);
}

/** What the lines below the words show, for whoever hears them. */
function Overlap({ references }: { references: readonly string[] }) {
  const say = useWords("article");
  const { language, dir, locale } = useLanguage();
  const claims = new Intl.ListFormat(locale).format(references);
  return (
    <span className="unseen" lang={language} dir={dir}>
      ({say("overlap", { claims })}){" "}
    </span>
  );
}
