import { type Key, useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";
import type { MessageId } from "#domain/words/say.ts";

const KEYS: readonly [string, MessageId<"card">][] = [
  ["Ctrl+Z", "key_undo"],
  ["Ctrl+Shift+Z", "key_redo"],
];
const RATIONALE: readonly [string, MessageId<"card">][] = [
  ["Ctrl+B", "key_bold"],
  ["Ctrl+I", "key_italic"],
  ["Ctrl+K", "key_link"],
  ["Ctrl+Shift+7", "key_numbers"],
  ["Ctrl+Shift+8", "key_bullets"],
  ["Ctrl+Shift+B", "key_quote"],
  ["Ctrl+Shift+E", "key_cite"],
  ["Esc", "key_leave"],
];
const SOURCES: readonly [string, MessageId<"card">][] = [
  ["↑ ↓", "key_source_step"],
  ["Home End", "key_source_end"],
];

/** Lists the keys of a card that may be edited; its fields and its editor listen for them themselves. */
export function useCardKeys(canEdit: boolean): void {
  const say = useWords("card");
  const listed = (keys: typeof KEYS): Key[] => (canEdit ? keys.map(([key, id]) => ({ key, does: say(id) })) : []);
  useKeys(say("keys_card"), listed(KEYS));
  useKeys(say("keys_sources"), listed(SOURCES));
  useKeys(say("rationale"), listed(RATIONALE));
}
