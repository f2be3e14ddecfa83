import { type Key, useKeys } from "#app/ui/use-keys.ts";

const KEYS: readonly Key[] = [
  { key: "Ctrl+Z", does: "Undo your own last change, in any field" },
  { key: "Ctrl+Shift+Z", does: "Do it again" },
];
const RATIONALE: readonly Key[] = [
  { key: "Ctrl+B", does: "Bold" },
  { key: "Ctrl+I", does: "Italic" },
  { key: "Ctrl+K", does: "Link the selected words (⌘K on a Mac)" },
  { key: "Ctrl+Shift+7", does: "Numbered list" },
  { key: "Ctrl+Shift+8", does: "List" },
  { key: "Ctrl+Shift+B", does: "Quotation" },
  { key: "Ctrl+Shift+E", does: "Cite a source; two square brackets do the same" },
  { key: "Esc", does: "Leave the text, so that Tab goes on through the page" },
];

/** Lists the keys of a card that may be edited; its fields and its editor listen for them themselves. */
export function useCardKeys(canEdit: boolean): void {
  useKeys("Card", canEdit ? KEYS : []);
  useKeys("Rationale", canEdit ? RATIONALE : []);
}
