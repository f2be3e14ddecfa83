import type * as Y from "yjs";
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
  #shown: string;
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
    this.#shown = text.toString();
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
    const change = changeBetween(this.#shown, this.#box.value, this.#box.selectionEnd);
    this.#held = [];
    this.#shown = this.#box.value;
    if (!change && held.length === 0) return;
    const moved = change && moveChange(change, held);
    const taken = moved && this.#takes(moved);
    if (moved && taken) this.#apply(moved);
    if (moved && !taken) this.#show(() => moved.at + moved.remove);
    else if (held.length > 0)
      this.#show((index) => (moved ? moved.at + moved.insert.length : held.reduce(moveIndex, index)));
  };

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
  }

  #remote = (event: Y.YTextEvent): void => {
    if (this.#writing) return;
    if (this.#composing) this.#held.push(event.delta);
    else this.#show((index) => moveIndex(index, event.delta));
  };

  /** Shows the shared text and keeps the selection on the same words. */
  #show(move: (index: number) => number): void {
    const { selectionStart, selectionEnd, selectionDirection } = this.#box;
    this.#shown = this.#text.toString();
    this.#box.value = this.#shown;
    this.#box.setSelectionRange(move(selectionStart), move(selectionEnd), selectionDirection);
  }
}
