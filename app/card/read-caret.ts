/**
 * Has everything that follows the caret read where it is now. A browser tells of a moved caret only after it has drawn the
 * next frame; an editor that a colleague's words reach before that would put the caret back to where it knew it, and what
 * is typed next would stand there.
 */
export function readCaret(): void {
  if (typeof document !== "undefined") document.dispatchEvent(new Event("selectionchange"));
}
