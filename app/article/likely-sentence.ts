import { foldText, wordsOf } from "#domain/fold-text.ts";
import type { Span } from "#domain/sentences.ts";

/** Below this share of its words nothing is likely. */
const ENOUGH = 0.34;

/**
 * Where somebody who looks for a quote begins to look: the sentence with most of its words, null when none has enough of
 * them. Nothing is attached there by the program.
 */
export function likelySentence(text: string, sentences: readonly Span[], exact: string): number | null {
  const wanted = new Set(wordsOf(foldText(exact)));
  const points = [...text];
  let best: { at: number; share: number } | null = null;
  for (const [at, { start, end }] of sentences.entries()) {
    const words = new Set(wordsOf(foldText(points.slice(start, end).join(""))));
    const share = [...wanted].filter((word) => words.has(word)).length / Math.max(wanted.size, 1);
    if (share > (best?.share ?? 0)) best = { at, share };
  }
  return best && best.share >= ENOUGH ? best.at : null;
}
