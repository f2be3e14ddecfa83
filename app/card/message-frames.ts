import { readCaret } from "#app/card/read-caret.ts";

/** While they stream in, colleagues' messages are taken in at this pace, which nobody sees. */
const PACE_MS = 40;
const UNSEEN_MS = 200;

/**
 * Takes the messages of colleagues in together, right before the page is drawn: each by itself would have their words
 * drawn, and laid out, that many times, and one's own keys wait meanwhile. `together` makes one edit of several.
 */
export class MessageFrames {
  #edits: (() => void)[] = [];
  #others: (() => void)[] = [];
  #last = Number.NEGATIVE_INFINITY;
  #stop: (() => void) | null = null;
  #together: (edits: () => void) => void;

  constructor(together: (edits: () => void) => void) {
    this.#together = together;
  }

  /** `isEdit` is a message that changes the card. The others come after it, such as a caret in new words. */
  take(run: () => void, isEdit: boolean): void {
    (isEdit ? this.#edits : this.#others).push(run);
    this.#stop ??= this.#soon();
  }

  destroy(): void {
    this.#stop?.();
    [this.#edits, this.#others] = [[], []];
  }

  #soon(): () => void {
    const wait = this.#last + PACE_MS - performance.now();
    if (wait <= 0) return inNextFrame(this.#run);
    const timer = setTimeout(() => {
      this.#stop = inNextFrame(this.#run);
    }, wait);
    return () => clearTimeout(timer);
  }

  #run = (): void => {
    const [edits, others] = [this.#edits, this.#others];
    [this.#edits, this.#others] = [[], []];
    this.#stop = null;
    this.#last = performance.now();
    readCaret();
    const runEdits = () => {
      for (const run of edits) run();
    };
    if (edits.length > 0) this.#together(runEdits);
    for (const run of others) run();
  };
}

/** A page that nobody sees is not drawn, and goes on by the clock. Call the answer to call it off. */
function inNextFrame(run: () => void): () => void {
  const go = () => {
    stop();
    run();
  };
  const frame = typeof requestAnimationFrame === "undefined" ? null : requestAnimationFrame(go);
  const timer = setTimeout(go, frame === null ? 0 : UNSEEN_MS);
  const stop = () => {
    if (frame !== null) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  return stop;
}
