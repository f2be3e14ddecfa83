import { type RefObject, useEffect, useRef } from "react";
import { countWhile } from "#app/article/rail-places.ts";

/** The first and the last sentence that can be seen at this moment. */
export type InView = { first: number; last: number };

/** Tells which sentences are in the window: once at first, then whenever that may have changed, at most once per frame. */
export function useInView(root: RefObject<HTMLElement>, drawn: unknown, onView: (view: InView) => void): void {
  const tell = useRef(onView);
  tell.current = onView;
  useEffect(() => {
    void drawn;
    const sentences = root.current?.getElementsByClassName("sentence");
    let frame = 0;
    const look = () => {
      frame = 0;
      if (sentences && sentences.length > 0) tell.current(inWindow(sentences));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
    };
  }, [root, drawn]);
}

/** Sentences stand in the order of the text, so that the edges of the window are found by halving. */
function inWindow(sentences: HTMLCollectionOf<Element>): InView {
  const box = (at: number) => sentences[at]?.getBoundingClientRect();
  const first = countWhile(sentences.length, (at) => (box(at)?.bottom ?? 0) <= 0);
  const last = countWhile(sentences.length, (at) => (box(at)?.top ?? 0) < innerHeight) - 1;
  return { first: Math.min(first, sentences.length - 1), last: Math.max(last, 0) };
}
