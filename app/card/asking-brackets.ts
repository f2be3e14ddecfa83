import type { EditorState } from "@tiptap/pm/state";

/** Two of these ask for a source: as Latin keyboards write them, and as those for Chinese and Japanese do. */
const OPENINGS = ["[", "［", "【"];

/** Whether these words, typed at this place, end with exactly two opening brackets. */
export function asksForSource({ doc }: Pick<EditorState, "doc">, at: number, typed: string): boolean {
  const words = wordsBefore(doc, at) + typed;
  return OPENINGS.some((one) => words.endsWith(one + one) && typed.endsWith(one) && !words.endsWith(one.repeat(3)));
}

/** The two brackets right before the caret; null where none ask. Whatever colleagues write meanwhile, they move with it. */
export function askingBrackets({ doc, selection }: EditorState): { from: number; to: number } | null {
  const to = selection.from;
  const before = wordsBefore(doc, to).slice(-2);
  return OPENINGS.some((one) => before === one + one) ? { from: to - 2, to } : null;
}

function wordsBefore(doc: EditorState["doc"], at: number): string {
  const { parent, parentOffset } = doc.resolve(at);
  return parent.textBetween(Math.max(0, parentOffset - 2), parentOffset, null, "\ufffc");
}
