import type { Editor } from "@tiptap/react";
import { useLayoutEffect, useRef } from "react";

/** A frame that stands under the editor's caret, toward where the text runs, and a box in it that takes the focus. */
export function useAtCaret(editor: Editor) {
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    const around = element?.parentElement?.getBoundingClientRect();
    if (!element || !around) return;
    const caret = editor.view.coordsAtPos(editor.state.selection.head);
    const left = caret.left - around.left - (runsLeft(editor) ? element.offsetWidth : 0);
    element.style.insetBlockStart = `${caret.bottom - around.top + 4}px`;
    element.style.left = `${Math.max(0, Math.min(left, around.width - element.offsetWidth))}px`;
    box.current?.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }, [editor]);
  return { frame, box };
}

/** Whether the text at the caret runs from right to left. */
function runsLeft({ view, state }: Editor): boolean {
  const { node } = view.domAtPos(state.selection.head);
  const element = node instanceof Element ? node : node.parentElement;
  return element !== null && getComputedStyle(element).direction === "rtl";
}
