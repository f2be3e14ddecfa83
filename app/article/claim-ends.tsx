import type { End } from "#app/article/article-layout.ts";
import type { ParagraphModel } from "#app/article/article-model.ts";
import { claimAnchor, useClaimName } from "#app/article/claim-words.ts";
import { useWords } from "#app/words/speech.tsx";
import type { MarkView } from "#server/services/document-view.ts";

type EndsProps = { end: End; model: ParagraphModel; chosen: string | null; onClaim: (claimId: string) => void };

/**
 * The numbers after the last word of some claims: those that end here, then, more quietly, those that go on. Each stands
 * on its own place in the line, so none covers another.
 */
export function ClaimEnds({ end, model, chosen, onClaim }: EndsProps) {
  const say = useWords("article");
  const claimName = useClaimName();
  const ending = end.ids.flatMap((id) => model.marks.get(id) ?? []);
  const passing = goingOn(end, model, ending);
  const numbers = (
    <>
      {end.ids.map((id, at) => (
        <ClaimEnd key={id} id={id} isFirst={at === 0} {...{ model, chosen, onClaim }} />
      ))}
      {passing.map((mark) => (
        <button
          key={mark.claimId}
          type="button"
          className="claim-number"
          data-passing
          aria-label={say("number_passing", { claim: claimName(mark) })}
          aria-pressed={chosen === mark.claimId}
          onClick={() => onClaim(mark.claimId)}
        >
          {mark.claimNumber}…
        </button>
      ))}
    </>
  );
  if (end.ids.length + passing.length === 1) return numbers;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line of text.
    <span role="group" aria-label={say("numbers_together")}>
      {numbers}
    </span>
  );
}

/** Each other claim whose words go on from here, once. */
function goingOn({ passing }: End, model: ParagraphModel, ending: readonly MarkView[]): MarkView[] {
  const marks = passing.flatMap((id) => model.marks.get(id) ?? []);
  const isOther = (mark: MarkView) => !ending.some((one) => one.claimId === mark.claimId);
  return marks.filter((mark, at) => isOther(mark) && marks.findIndex((one) => one.claimId === mark.claimId) === at);
}

type EndProps = Omit<EndsProps, "end"> & { id: string; isFirst: boolean };

/** The word joiner keeps the first number on the line of the claim's last word; the others may go to the next. */
function ClaimEnd({ id, isFirst, model, chosen, onClaim }: EndProps) {
  const say = useWords("article");
  const claimName = useClaimName();
  const mark = model.marks.get(id);
  return (
    <span className="claim-end">
      {isFirst && "\u2060"}
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
          {say("making")}
        </span>
      )}
    </span>
  );
}
