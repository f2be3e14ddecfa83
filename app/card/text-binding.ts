import type * as Y from "yjs";
import { shownText } from "#app/article/exact-text.ts";
import { shownIndex, storedIndex } from "#app/card/line-ends.ts";
import { changeBetween, type Delta, moveChange, moveIndex, type TextChange } from "#app/card/text-change.ts";

/** The part of a textarea that the binding needs. */
export type TextBox = Pick<HTMLTextAreaElement, "value" | "selectionStart" | "selectionEnd" | "selectionDirection"> & {
  setSelectionRange(start: number, end: number, direction?: "forward" | "backward" | "none"): void;
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
};

/**
 * Keeps a textarea and a Y.Text alike. A remote change that arrives while the person composes a character waits
 * until the composition has ended, because writing to the box would break it off. What does not fit is taken out of the
 * box again.
 */
export class TextBinding {
  #box: TextBox;
  #text: Y.Text;
  #write: (change: () => void) => void;
  #fits: (before: number, after: number) => boolean;
  /** What is in the Y.Text as far as the box shows it, and what the box shows. */
  #stored = "";
  #shown = "";
  #composing = false;
  #held: Delta[] = [];
  #writing = false;

  constructor(
    box: TextBox,
    text: Y.Text,
    write: (change: () => void) => void,
    fits: (before: number, after: number) => boolean = () => true,
  ) {
    this.#box = box;
    this.#text = text;
    this.#write = write;
    this.#fits = fits;
    this.#take();
    if (box.value !== this.#shown) box.value = this.#shown;
    text.observe(this.#remote);
    box.addEventListener("input", this.#input);
    box.addEventListener("compositionstart", this.#compose);
    box.addEventListener("compositionend", this.#composed);
  }

  destroy(): void {
    this.#text.unobserve(this.#remote);
    this.#box.removeEventListener("input", this.#input);
    this.#box.removeEventListener("compositionstart", this.#compose);
    this.#box.removeEventListener("compositionend", this.#composed);
  }

  #compose = (): void => {
    this.#composing = true;
  };

  #composed = (): void => {
    this.#composing = false;
    this.#input();
  };

  #input = (): void => {
    if (this.#composing && this.#held.length > 0) return;
    const held = this.#held;
    const words = shownText(this.#box.value);
    const change = this.#inStored(changeBetween(this.#shown, words, this.#box.selectionEnd));
    this.#held = [];
    this.#shown = words;
    if (!change && held.length === 0) return;
    const moved = change && moveChange(change, held);
    const taken = moved && this.#takes(moved);
    if (moved && taken) this.#apply(moved);
    if (moved && !taken) this.#show(() => moved.at + moved.remove);
    else if (held.length > 0)
      this.#show((index) => (moved ? moved.at + moved.insert.length : held.reduce(moveIndex, index)));
  };

  /** The same change where the text has its own line ends. */
  #inStored(change: TextChange | null): TextChange | null {
    if (!change) return null;
    const at = storedIndex(this.#stored, change.at);
    return { ...change, at, remove: storedIndex(this.#stored, change.at + change.remove) - at };
  }

  /** Takes over what is stored now; the box is not touched. */
  #take(): void {
    this.#stored = this.#text.toString();
    this.#shown = shownText(this.#stored);
  }

  #takes({ remove, insert }: TextChange): boolean {
    const length = this.#text.length;
    return this.#fits(length, length - remove + insert.length);
  }

  #apply({ at, remove, insert }: { at: number; remove: number; insert: string }): void {
    this.#writing = true;
    this.#write(() => {
      if (remove > 0) this.#text.delete(at, remove);
      if (insert !== "") this.#text.insert(at, insert);
    });
    this.#writing = false;
    this.#stored = this.#text.toString();
  }

  #remote = (event: Y.YTextEvent): void => {
    if (this.#writing) return;
    if (this.#composing) this.#held.push(event.delta);
    else this.#show((index) => moveIndex(index, event.delta));
  };

  /** Shows the shared text and keeps the selection on the same words; `move` works on stored positions. */
  #show(move: (index: number) => number): void {
    const { selectionStart, selectionEnd, selectionDirection } = this.#box;
    const before = this.#stored;
    this.#take();
    this.#box.value = this.#shown;
    const [start, end] = [selectionStart, selectionEnd].map((at) =>
      shownIndex(this.#stored, move(storedIndex(before, at))),
    ) as [number, number];
    this.#box.setSelectionRange(start, end, selectionDirection);
  }
}
