import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { domPlace } from "#app/article/dom-place.ts";
import { textOffset } from "#app/article/text-place.ts";
import type { Span } from "#domain/sentences.ts";

/** Before the browser paints; on the server nothing is drawn. */
const useDrawn = typeof document === "undefined" ? useEffect : useLayoutEffect;

type Chosen = Span & { backward: boolean };

/**
 * The words selected in the article, in code points. When colleagues' marks arrive, the elements under a selection are
 * cut anew; `settled` names what was drawn, and the selection is put back where it was.
 */
export function useSelection(root: RefObject<HTMLElement>, settled: unknown) {
  const [selection, setSelection] = useState<Span | null>(null);
  const kept = useRef<Chosen | null>(null);
  const keep = useCallback((chosen: Chosen | null) => {
    kept.current = chosen;
    setSelection((before) => (isSame(before, chosen) ? before : chosen && { start: chosen.start, end: chosen.end }));
  }, []);
  const clear = useCallback(() => {
    keep(null);
    document.getSelection()?.removeAllRanges();
  }, [keep]);
  useEffect(() => {
    const follow = () => keep(root.current && chosenIn(root.current));
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [root, keep]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === "Escape" && kept.current && clear();
    document.addEventListener("keydown", leave);
    return () => document.removeEventListener("keydown", leave);
  }, [clear]);
  useDrawn(() => {
    void settled;
    const chosen = kept.current;
    if (chosen && root.current && !isSame(chosenIn(root.current), chosen)) put(root.current, chosen);
  }, [settled, root]);
  const select = useCallback(
    (span: Span) => {
      if (!root.current) return;
      keep({ ...span, backward: false });
      put(root.current, { ...span, backward: false });
    },
    [root, keep],
  );
  const read = useCallback((): Span | null => kept.current, []);
  return { selection, read, select, clear };
}

const isSame = (one: Span | null, other: Span | null) => one?.start === other?.start && one?.end === other?.end;

function chosenIn(root: HTMLElement): Chosen | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const from = root.contains(range.startContainer)
    ? ([range.startContainer, range.startOffset] as const)
    : ([root, 0] as const);
  const to = root.contains(range.endContainer)
    ? ([range.endContainer, range.endOffset] as const)
    : ([root, root.childNodes.length] as const);
  const start = textOffset(root, from[0], from[1], "start");
  const end = textOffset(root, to[0], to[1], "end");
  if (start === null || end === null || start >= end) return null;
  return {
    start,
    end,
    backward: selection.anchorNode === range.endContainer && selection.anchorOffset === range.endOffset,
  };
}

function put(root: HTMLElement, { start, end, backward }: Chosen): void {
  const from = domPlace(root, start, "start");
  const to = domPlace(root, end, "end");
  if (!from || !to) return;
  const [anchor, focus] = backward ? [to, from] : [from, to];
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}
