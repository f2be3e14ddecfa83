import "#app/article/density-rail.css";
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from "react";
import { frame, RailDrawing, TALL } from "#app/article/rail-drawing.tsx";
import { claimNear, sentenceAt } from "#app/article/rail-places.ts";
import { stateWords } from "#app/article/sentence-words.ts";
import { type InView, useInView } from "#app/article/use-in-view.ts";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import type { MarkView, SentenceView } from "#server/services/document-view.ts";

type RailProps = {
  root: RefObject<HTMLElement>;
  /** Code points of the text. */
  length: number;
  sentences: readonly SentenceView[];
  marks: readonly MarkView[];
  chosen: string | null;
  /** Puts the keyboard on a sentence. */
  onSentence: (ordinal: number) => void;
  onClaim: (claimId: string) => void;
};

/** How near to a claim a click means that claim, in units of the drawing. */
const REACH = 8;

/**
 * A slim map of the whole text: where nothing is decided yet, where the claims stand and how far along each is, and
 * which part is in the window. A click goes there; with the keyboard the arrows move through the text, Enter stays there.
 */
export function DensityRail({ root, length, sentences, marks, chosen, onSentence, onClaim }: RailProps) {
  const say = useWords("article");
  const scale = TALL / Math.max(length, 1);
  const { view, at, show, hold } = usePlace(root, sentences, scale);
  const words = usePlaceWords(at, sentences, marks);
  const press = (event: KeyboardEvent) => {
    const to = placeFor(event.key, at, sentences.length);
    if (to !== null) show(to);
    else if (event.key === "Enter") onSentence(at);
    else return;
    event.preventDefault();
  };
  const goTo = (event: MouseEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const offset = ((event.clientY - top) / Math.max(height, 1)) * length;
    const mark = claimNear(marks, offset, REACH / scale);
    if (mark) onClaim(mark.claimId);
    else onSentence(sentenceAt(sentences, offset));
  };
  if (sentences.length === 0) return null;
  return (
    <div className="density-rail">
      <div
        className="density-map"
        role="slider"
        tabIndex={0}
        aria-label={say("rail")}
        aria-orientation="vertical"
        aria-valuemin={1}
        aria-valuemax={sentences.length}
        aria-valuenow={at + 1}
        aria-valuetext={words}
        title={say("rail_hint")}
        onKeyDown={press}
        onClick={goTo}
        onFocus={() => hold(true)}
        onBlur={() => hold(false)}
      >
        <RailDrawing view={view} sentences={sentences} marks={marks} chosen={chosen} scale={scale} />
      </div>
    </div>
  );
}

/** The sentence that the map is at: the middle of the window, or, while the map has the focus, where its keys led. */
function usePlace(root: RefObject<HTMLElement>, sentences: readonly SentenceView[], scale: number) {
  const view = useRef<SVGRectElement>(null);
  const isHeld = useRef(false);
  const [at, setAt] = useState(0);
  useInView(root, sentences, (seen) => {
    if (view.current) frame(view.current, seen, sentences, scale);
    if (!isHeld.current) setAt(middleOf(seen));
  });
  const show = (ordinal: number) => {
    const next = Math.min(Math.max(ordinal, 0), sentences.length - 1);
    setAt(next);
    root.current?.getElementsByClassName("sentence")[next]?.scrollIntoView({ block: "center" });
  };
  const hold = (isOn: boolean) => {
    isHeld.current = isOn;
  };
  return { view, at, show, hold };
}

/** "Sentence 12 of 40, claimed: C-14-3 In review". */
function usePlaceWords(at: number, sentences: readonly SentenceView[], marks: readonly MarkView[]): string {
  const say = useWords("article");
  const statuses = useWords("statuses");
  const list = useList();
  const sentence = sentences[at];
  if (!sentence) return "";
  const place = { number: at + 1, total: sentences.length, state: stateWords(say, sentence) };
  const on = marks.filter((mark) => mark.start < sentence.end && mark.end > sentence.start);
  const claims = list([...new Set(on.map((mark) => `${mark.reference} ${statuses(mark.status)}`))]);
  return claims === "" ? say("sentence_place", place) : say("sentence_place_claims", { ...place, claims });
}

const middleOf = ({ first, last }: InView) => Math.max(first, (first + last) >> 1);

/** Where a key leads from here; null for any other key. */
function placeFor(key: string, at: number, total: number): number | null {
  const page = Math.max(1, Math.round(total / 10));
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
  if (key === "Home") return 0;
  if (key === "End") return total - 1;
  return Object.hasOwn(steps, key) ? at + (steps[key] ?? 0) : null;
}
