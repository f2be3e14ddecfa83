import type { DismissReason } from "#app/article/sentence-words.ts";
import { type Key, useKeys } from "#app/ui/use-keys.ts";

type Given = {
  can: { claim: boolean; dismiss: boolean; add: boolean };
  act: { claim: () => void; add: () => void; dismiss: (reason: DismissReason | null) => void; nextOpen: () => void };
  step: (by: 1 | -1) => void;
  stepClaim: (by: 1 | -1) => void;
  hasOpen: boolean;
};

/** The keys of the article, in the order in which the sheet of keys lists them. */
export function useArticleKeys({ can, act, step, stepClaim, hasOpen }: Given): void {
  const claiming: Key[] = [
    { key: "c", does: "New claim from the selected words, else from the sentence", run: act.claim },
  ];
  const adding: Key[] = [{ key: "a", does: "Add the words to a claim that is there", run: act.add }];
  const dismissing: Key[] = [
    { key: "x", does: "Not checkable", run: () => act.dismiss("not_checkable") },
    { key: "n", does: "No claim here", run: () => act.dismiss("no_claim") },
    { key: "u", does: "Take back what was said of the sentence", run: () => act.dismiss(null) },
  ];
  useKeys("Article", [
    ...(can.claim ? claiming : []),
    ...(can.add ? adding : []),
    ...(can.dismiss ? dismissing : []),
    { key: "j", does: "Next sentence", run: () => step(1) },
    { key: "k", does: "Previous sentence", run: () => step(-1) },
    { key: "o", does: "Next open sentence", run: () => hasOpen && act.nextOpen() },
    { key: "ArrowRight", shown: "← →", does: "On a sentence: select a word of it" },
    { key: "Shift+ArrowRight", shown: "Shift ← →", does: "Take in or give up a word" },
    { key: "]", does: "Next claim", run: () => stepClaim(1) },
    { key: "[", does: "Previous claim", run: () => stepClaim(-1) },
  ]);
}
