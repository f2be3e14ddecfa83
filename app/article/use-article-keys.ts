import type { DismissReason } from "#app/article/sentence-words.ts";
import { type Key, useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";

type Given = {
  can: { claim: boolean; dismiss: boolean; add: boolean; put: boolean };
  act: {
    claim: () => void;
    add: () => void;
    put: () => void;
    dismiss: (reason: DismissReason | null) => void;
    nextOpen: () => void;
  };
  step: (by: 1 | -1) => void;
  stepClaim: (by: 1 | -1) => void;
  hasOpen: boolean;
};

/** The keys of the article, in the order in which the sheet of keys lists them. */
export function useArticleKeys({ can, act, step, stepClaim, hasOpen }: Given): void {
  const say = useWords("article");
  const putting: Key[] = [{ key: "p", does: say("key_put"), run: act.put }];
  const claiming: Key[] = [{ key: "c", does: say("key_claim"), run: act.claim }];
  const adding: Key[] = [{ key: "a", does: say("key_add"), run: act.add }];
  const dismissing: Key[] = [
    { key: "x", does: say("not_checkable"), run: () => act.dismiss("not_checkable") },
    { key: "n", does: say("no_claim"), run: () => act.dismiss("no_claim") },
    { key: "u", does: say("key_reopen"), run: () => act.dismiss(null) },
  ];
  useKeys(say("article"), [
    ...(can.put ? putting : []),
    ...(can.claim ? claiming : []),
    ...(can.add ? adding : []),
    ...(can.dismiss ? dismissing : []),
    { key: "j", does: say("key_sentence_next"), run: () => step(1) },
    { key: "k", does: say("key_sentence_previous"), run: () => step(-1) },
    { key: "o", does: say("key_open_next"), run: () => hasOpen && act.nextOpen() },
    { key: "ArrowRight", shown: "← →", does: say("key_word") },
    { key: "Shift+ArrowRight", shown: "Shift ← →", does: say("key_word_more") },
    { key: "]", does: say("claim_next"), run: () => stepClaim(1) },
    { key: "[", does: say("claim_previous"), run: () => stepClaim(-1) },
    { key: "Enter", does: say("key_beside") },
    { key: "Escape", shown: "Esc", does: say("key_leave") },
  ]);
}
