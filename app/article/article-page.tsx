import "#app/article/article-text.css";
import "#app/article/article.css";
import "#app/article/claims-panel.css";
import "#app/article/article-print.css";
import { Fragment, memo, useCallback, useMemo, useRef, useState } from "react";
import { type Addition, AddToClaim } from "#app/article/add-to-claim.tsx";
import { ArticleHead } from "#app/article/article-head.tsx";
import { modelsOf, type ParagraphModel } from "#app/article/article-model.ts";
import { ArticleParagraph } from "#app/article/article-paragraph.tsx";
import { BesideFrame } from "#app/article/beside-frame.tsx";
import { ClaimsPanel } from "#app/article/claims-panel.tsx";
import { CoverageStrip } from "#app/article/coverage-strip.tsx";
import { DensityRail } from "#app/article/density-rail.tsx";
import { ElsewhereTray } from "#app/article/elsewhere-tray.tsx";
import { directionOf } from "#app/article/languages.tsx";
import { PlacingBar } from "#app/article/placing-bar.tsx";
import { countStates, nextOpen } from "#app/article/sentence-words.ts";
import { beginsWith } from "#app/article/title-in.ts";
import { useArticleKeys } from "#app/article/use-article-keys.ts";
import { useClaims } from "#app/article/use-claims.ts";
import { slice, useCursor } from "#app/article/use-cursor.ts";
import { useMarking } from "#app/article/use-marking.ts";
import { usePlacing } from "#app/article/use-placing.ts";
import { useQuietWhileSelecting } from "#app/article/use-quiet.ts";
import { useSelection } from "#app/article/use-selection.ts";
import { WordsBar } from "#app/article/words-bar.tsx";
import { useHints, WordsHints } from "#app/article/words-hints.tsx";
import { useCase } from "#app/case/use-case.ts";
import { codePointLength } from "#domain/anchors.ts";
import type { Span } from "#domain/sentences.ts";
import type { DocumentView } from "#server/services/document-view.ts";

type PageProps = { view: DocumentView /** The address without a claim. */; path: string };

/** A document under check: the text with its claims, and the claims beside it. */
export const ArticlePage = memo(function ArticlePage({ view, path }: PageProps) {
  const { parent, me } = useCase();
  const root = useRef<HTMLDivElement>(null);
  const marking = useMarking(root, view, parent.number, me.name);
  const models = useModels(view, marking);
  const { selection, read, select, clear } = useSelection(root, models);
  const { text, language } = view.version;
  const { sentences } = marking;
  const { cursor, go, step, handlers } = useCursor({ root, text, language, sentences, read, select, clear });
  const claims = useMemo(
    () => view.marks.filter((mark, at) => view.marks.findIndex((one) => one.claimId === mark.claimId) === at),
    [view.marks],
  );
  const placing = usePlacing(view, go);
  const { choice, beside, onNumber, onListed } = useClaims({ root, path, claims, isFree: placing.quote === null });
  const isFresh = useFresh(view);
  useQuietWhileSelecting(root, parent.id);

  // What nobody sees marked is not decided on.
  const sentence = cursor?.isHere ? (sentences[cursor.ordinal] ?? null) : null;
  const target = selection ?? (sentence && { start: sentence.start, end: sentence.end });
  const dismissed = !selection && sentence?.state === "dismissed" ? sentence : null;
  const [adding, setAdding] = useState<(Span & Partial<Addition>) | null>(null);
  const hints = useHints(view, selection, target);
  const { quote } = placing;
  const can = {
    claim: parent.can.createClaim,
    dismiss: parent.can.dismiss,
    add: parent.can.edit && view.claims.length > 0,
    put: quote !== null,
  };
  const act = {
    claim: () => can.claim && marking.claim(target) && clear(),
    add: () => can.add && setAdding(target),
    put: () => quote && target && setAdding({ ...target, claimId: quote.claimId, replaces: quote.quoteId }),
    dismiss: (reason: Parameters<typeof marking.dismiss>[1]) =>
      can.dismiss && marking.dismiss(target, reason) && clear(),
    nextOpen: () => go(nextOpen(sentences, cursor?.ordinal ?? null) ?? -1),
  };
  useArticleKeys({ can, act, step, stepClaim: choice.step, hasOpen: sentences.some((one) => one.state === "open") });

  const showBar = target !== null && (can.claim || can.add || can.dismiss || dismissed !== null);
  const barAt = showBar ? models.findLastIndex((model) => model.start < target.end) : -1;
  const dir = directionOf(language);
  const stop = cursor?.ordinal ?? nextOpen(sentences, null) ?? 0;

  return (
    <div className="article-screen">
      {marking.elements}
      {adding && (
        <AddToClaim
          words={slice(text, adding).trim()}
          versionNumber={view.version.number}
          claims={view.claims}
          chosen={adding}
          language={language}
          onAdd={(addition) => {
            marking.attach(adding, addition);
            placing.stop();
            clear();
          }}
          onClose={() => setAdding(null)}
        />
      )}
      <article className="article-sheet">
        <ArticleHead view={view} />
        {quote ? (
          <PlacingBar quote={quote} onStop={placing.stop} />
        ) : (
          <CoverageStrip counts={countStates(sentences)} onNext={act.nextOpen} />
        )}
        <div className="article-body">
          <div
            ref={root}
            className="article-text"
            lang={language || undefined}
            dir={dir === "auto" ? undefined : dir}
            {...handlers}
          >
            {models.map((model, at) => (
              <Fragment key={model.start}>
                <ArticleParagraph
                  model={model}
                  chosen={choice.mark && hasClaim(model, choice.mark.claimId) ? choice.mark.claimId : null}
                  stop={model.sentences.has(stop) ? stop : null}
                  current={!selection && sentence && model.sentences.has(sentence.ordinal) ? sentence.ordinal : null}
                  isFresh={isFresh}
                  isHeadline={at === 0 && beginsWith(text, view.version.title)}
                  dir={dir === "auto" ? "auto" : undefined}
                  onClaim={onNumber}
                />
                {at === barAt && target && (
                  <WordsBar
                    root={root}
                    isSelection={selection !== null}
                    dismissed={dismissed}
                    placing={quote?.reference ?? null}
                    can={can}
                    onClaim={act.claim}
                    onAdd={act.add}
                    onPut={act.put}
                    onDismiss={act.dismiss}
                  >
                    <WordsHints hints={hints} onAdd={can.add ? (claimId) => setAdding({ ...target, claimId }) : null} />
                  </WordsBar>
                )}
              </Fragment>
            ))}
          </div>
          <DensityRail
            root={root}
            length={codePointLength(text)}
            sentences={sentences}
            marks={view.marks}
            chosen={choice.mark?.claimId ?? null}
            onSentence={go}
            onClaim={choice.goTo}
          />
        </div>
      </article>
      <div className="article-side" data-beside={beside.open !== null || undefined}>
        <BesideFrame beside={beside} onStep={claims.length > 1 ? choice.step : null} />
        <ClaimsPanel
          claims={claims}
          chosen={choice.mark?.claimId ?? null}
          made={marking.made}
          hasElsewhere={view.elsewhere.length > 0}
          onChoose={onListed}
          onStep={choice.step}
        />
        <ElsewhereTray
          quotes={view.elsewhere}
          busy={new Set(marking.pending.map((errand) => errand.fields.quoteId ?? ""))}
          placing={quote?.quoteId ?? null}
          canEdit={parent.can.edit}
          onShow={choice.showPlace(select)}
          onConfirm={marking.carry}
          onPlace={placing.begin}
          onKeep={marking.keep}
        />
      </div>
    </div>
  );
});

const hasClaim = (model: ParagraphModel, claimId: string) =>
  [...model.marks.values()].some((mark) => mark.claimId === claimId);

/** What is drawn; paragraphs in which nothing differs keep their model from one load to the next. */
function useModels(
  view: DocumentView,
  { making, sentences }: Pick<ReturnType<typeof useMarking>, "making" | "sentences">,
) {
  const before = useRef<ParagraphModel[]>([]);
  return useMemo(() => {
    before.current = modelsOf({ text: view.version.text, sentences, marks: view.marks }, making, before.current);
    return before.current;
  }, [view, sentences, making]);
}

/** Marks that were not there when the page was opened are tinted for a moment. */
function useFresh(view: DocumentView): (quoteId: string) => boolean {
  const [known] = useState(() => new Set(view.marks.map((mark) => mark.quoteId)));
  return useCallback((quoteId) => !known.has(quoteId), [known]);
}
