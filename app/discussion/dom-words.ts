import type { WordSpan } from "#app/discussion/words-place.ts";
import { WORD_PLACES, type WordPlace } from "#domain/word-places.ts";

/** What stands among the words of a text and is none of them. */
const NO_WORDS = ".caret, .citation, .mention";

/** A run of words on the page. A hidden character stands there as a sign that is longer than it. */
type Run = { node: Text; length: number };

function runsOf(root: Node): Run[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(NO_WORDS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const runs: Run[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) runs.push({ node, length: lengthOf(node) });
  return runs;
}

function lengthOf(node: Text): number {
  const sign = node.parentElement?.closest<HTMLElement>(".hidden-sign");
  return sign ? Number(sign.dataset.length ?? 1) : node.data.length;
}

/** These words as they stand on the page. */
export function rangeOf(root: Node, { from, to }: WordSpan): Range | null {
  const [first, last] = [placeAt(root, from, false), placeAt(root, to, true)];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(...last);
  return range;
}

function placeAt(root: Node, index: number, isEnd: boolean): [Text, number] | null {
  let left = index;
  for (const { node, length } of runsOf(root)) {
    if (isEnd ? left <= length : left < length) return [node, Math.min(left, node.data.length)];
    left -= length;
  }
  return null;
}

/** How many characters of the words stand before this place. */
function indexAt(root: Node, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(node, offset);
  let index = 0;
  for (const run of runsOf(root)) {
    if (run.node === node) return index + Math.min(offset, run.length);
    if (before.comparePoint(run.node, run.node.data.length) > 0) break;
    index += run.length;
  }
  return index;
}

export type Chosen = WordSpan & { place: WordPlace; box: DOMRect };

/** The words of one of the card's texts that are selected now, for reading or in its box. */
export function chosenWords(within: HTMLElement): Chosen | null {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement) return chosenInBox(activeElement);
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const root = textAround(range.startContainer) ?? textAround(range.endContainer);
  const place = root && placeOf(root);
  if (!root || !place || !within.contains(root)) return null;
  // Three clicks select up to the start of what follows the text.
  const from = root.contains(range.startContainer) ? indexAt(root, range.startContainer, range.startOffset) : 0;
  const to = root.contains(range.endContainer)
    ? indexAt(root, range.endContainer, range.endOffset)
    : indexAt(root, root, root.childNodes.length);
  return from < to ? { place, from, to, box: range.getBoundingClientRect() } : null;
}

function chosenInBox(element: HTMLTextAreaElement): Chosen | null {
  const frame = element.closest<HTMLElement>(".live-text");
  const place = frame && placeOf(frame);
  const { selectionStart: from, selectionEnd: to } = element;
  const mirror = frame?.querySelector(".live-text-mirror");
  if (!place || !mirror || from >= to) return null;
  const box = rangeOf(mirror, { from, to })?.getBoundingClientRect();
  return box ? { place, from, to, box } : null;
}

const TEXTS = ".live-text-read, .rationale-text";

const textAround = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(TEXTS) ?? null;

function placeOf(element: HTMLElement): WordPlace | null {
  const place = element.closest<HTMLElement>("[data-place]")?.dataset.place;
  return WORD_PLACES.find((one) => one === place) ?? null;
}

/** The element that shows the words of a text: its box, or the text for reading. */
export function textOn(card: ParentNode, place: WordPlace): HTMLElement | null {
  return card.querySelector<HTMLElement>(
    `[data-place="${place}"] :is(.live-text-box, .live-text-read, .rationale-text)`,
  );
}

/** Selects these words where they stand, and brings them into view. */
export function goToWords(card: ParentNode, place: WordPlace, span: WordSpan): void {
  const element = textOn(card, place);
  if (!element) return;
  if (element instanceof HTMLTextAreaElement) {
    element.focus({ preventScroll: true });
    element.setSelectionRange(span.from, span.to);
    const mirror = element.parentElement?.querySelector(".live-text-mirror");
    reveal(mirror ? rangeOf(mirror, span) : null, element);
    return;
  }
  const range = rangeOf(element, span);
  if (!element.isContentEditable) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  if (range)
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  reveal(range, element);
}

/** Only when they are out of sight, so that a text that is being read stays where it is. */
function reveal(range: Range | null, element: HTMLElement): void {
  const { top, bottom } = (range ?? element).getBoundingClientRect();
  if (top < HEAD || bottom > innerHeight) scrollBy({ top: top - innerHeight / 3 });
}

/** What stays at the top of a card covers so much of it. */
const HEAD = 96;
