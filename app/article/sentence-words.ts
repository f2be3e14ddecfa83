import type { Span } from "#domain/sentences.ts";
import type { Say } from "#domain/words/say.ts";
import type { SentenceView } from "#server/services/document-view.ts";

export type DismissReason = NonNullable<SentenceView["reason"]>;

/** "not checkable, says Bo", "claimed", "open". */
export function stateWords(
  say: Say<"article">,
  { state, reason, by }: Pick<SentenceView, "state" | "reason" | "by">,
): string {
  if (state !== "dismissed" || !reason) return say(`state_${state}`);
  return by ? say(`state_${reason}_by`, { name: by }) : say(`state_${reason}`);
}

/** Which sentences a selection touches. */
export function touched(sentences: readonly (Span & { ordinal: number })[], span: Span): number[] {
  return sentences.filter((one) => one.start < span.end && one.end > span.start).map((one) => one.ordinal);
}

/** The claim that stands on exactly these words, apart from spaces around them. */
export function claimOn<Mark extends Span>(text: string, span: Span, marks: readonly Mark[]): Mark | null {
  const points = [...text];
  const tight = ({ start, end }: Span) => {
    let [from, to] = [start, end];
    while (from < to && points[from]?.trim() === "") from++;
    while (to > from && points[to - 1]?.trim() === "") to--;
    return `${from}-${to}`;
  };
  return marks.find((mark) => tight(mark) === tight(span)) ?? null;
}

/** The next open sentence after `from`, round to the beginning; null when none is open. */
export function nextOpen(sentences: readonly SentenceView[], from: number | null): number | null {
  const open = sentences.filter((one) => one.state === "open").map((one) => one.ordinal);
  return open.find((ordinal) => ordinal > (from ?? -1)) ?? open[0] ?? null;
}

/** What the page shows before the server has answered. */
export function dismissedAs(
  sentences: readonly SentenceView[],
  ordinals: readonly number[],
  reason: DismissReason | null,
  by: string,
): SentenceView[] {
  return sentences.map((one) => {
    if (!ordinals.includes(one.ordinal) || one.state === "claimed") return one;
    return { ...one, state: reason ? "dismissed" : "open", reason, by: reason && by };
  });
}

export function countStates(sentences: readonly SentenceView[]): Record<SentenceView["state"], number> {
  const counts = { claimed: 0, dismissed: 0, open: 0 };
  for (const { state } of sentences) counts[state]++;
  return counts;
}
