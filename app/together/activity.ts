import { signal } from "#app/ui/signal.ts";

/** How long somebody has to pause before they are told anything, so that no voice talks into their typing. */
const PAUSE_MS = 1_500;
const KEPT = 5;

export type Line = { id: number; text: string };

/** What colleagues did, for the one polite log of the page: the last five lines. */
export class Activity {
  readonly lines = signal<readonly Line[]>([]);
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #typedAt = Number.NEGATIVE_INFINITY;
  #next = 1;

  say(text: string): void {
    this.#waiting.push(text);
    this.#timer ??= setTimeout(this.#look, this.#wait());
  }

  /** This person has typed something just now. */
  typed(): void {
    this.#typedAt = Date.now();
  }

  clear(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = [];
    this.lines.set([]);
  }

  #look = (): void => {
    const wait = this.#wait();
    this.#timer = wait > 0 ? setTimeout(this.#look, wait) : null;
    if (this.#timer) return;
    const news = this.#waiting.map((text) => ({ id: this.#next++, text }));
    this.#waiting = [];
    this.lines.set([...this.lines.get(), ...news].slice(-KEPT));
  };

  #wait(): number {
    return Math.max(0, this.#typedAt + PAUSE_MS - Date.now());
  }
}

export const activity = new Activity();
