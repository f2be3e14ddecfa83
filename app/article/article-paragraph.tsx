import { memo, type ReactNode } from "react";
import type { End, Paragraph, Run, Sentence } from "#app/article/article-layout.ts";
import type { ParagraphModel } from "#app/article/article-model.ts";
import { claimAnchor, claimName } from "#app/article/claim-words.ts";
import { stateWords } from "#app/article/sentence-words.ts";

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
      {sentence?.state === "dismissed" && <span className="unseen">({stateWords(sentence)}) </span>}
      {part.parts.map((one) => piece(one, props))}
    </span>
  );
}

function piece(part: Exclude<Paragraph["parts"][number], Sentence>, props: ParagraphProps): ReactNode {
  if (part.kind === "run") return <RunSpan key={`r${part.start}`} run={part} {...props} />;
  return <ClaimEnd key={`e${part.id}`} end={part} {...props} />;
}

function RunSpan({ run, model, chosen, isFresh }: ParagraphProps & { run: Run }) {
  if (run.ids.length === 0) return <span data-start={run.start}>{run.text}</span>;
  const claims = run.ids.flatMap((id) => model.marks.get(id)?.claimId ?? []);
  return (
    <mark
      className="claim-mark"
      data-start={run.start}
      data-claims={claims.join(" ")}
      data-many={run.ids.length > 1 || undefined}
      data-chosen={(chosen !== null && claims.includes(chosen)) || undefined}
      data-making={claims.length === 0 || undefined}
      data-fresh={run.ids.some(isFresh) || undefined}
    >
      {run.text}
    </mark>
  );
}

/** The word joiner keeps the number on the line of the claim's last word. */
function ClaimEnd({ end: { id }, model, chosen, onClaim }: ParagraphProps & { end: End }) {
  const mark = model.marks.get(id);
  return (
    <span className="claim-end">
      {"\u2060"}
      {mark ? (
        <button
          type="button"
          className="claim-number"
          id={model.firsts.has(id) ? claimAnchor(mark.claimNumber) : undefined}
          data-claim={mark.claimId}
          aria-label={claimName(mark)}
          aria-pressed={chosen === mark.claimId}
          onClick={() => onClaim(mark.claimId)}
        >
          {mark.claimNumber}
        </button>
      ) : (
        <span className="claim-number" data-making>
          Making…
        </span>
      )}
    </span>
  );
}
