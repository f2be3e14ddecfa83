/** What a page saw: how long it took from the event, and when it was, in milliseconds on the page's clock. */
export type Seen = { took: number; at: number };

/** What the pages under measurement are given before their own scripts: see `installStopwatch`. */
export type Stopwatch = {
  /** Milliseconds on the page's clock when the next frame is on the screen. */
  painted(): Promise<number>;
  /**
   * Waits for the next event of a kind, then until something that fits the selector (and says the words) is painted;
   * with an empty selector, for the next frame.
   */
  after(event: string, selector: string, words: string): Promise<Seen>;
  /** The same, until the words of something are others than they are now. */
  changed(event: string, selector: string): Promise<Seen>;
  /** The time from each key of this kind to the frame that follows it, from now on. */
  keys(key: string): number[];
  /** When each further one of these letters in the element was painted, on the clock that all pages share. */
  arrivals(selector: string, letter: string): number[];
  /** When each key of this kind was pressed, on the clock that all pages share. */
  presses(key: string): number[];
  /** The lengths of the frames from now on. */
  frames(): number[];
  /** When the largest thing of the first screen was painted. */
  largest(): number;
};

declare global {
  interface Window {
    stopwatch: Stopwatch;
  }
}

/** Runs in the page. It stands alone, because only its own text travels there. */
export function installStopwatch(): void {
  let largest = Number.NaN;
  new PerformanceObserver((list) => {
    largest = list.getEntries().at(-1)?.startTime ?? largest;
  }).observe({ type: "largest-contentful-paint", buffered: true });

  const painted = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );

  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      look();
    });

  const from = (kind: string, isSo: () => boolean) =>
    new Promise<Seen>((resolve, reject) => {
      setTimeout(() => reject(new Error(`Nothing came of “${kind}” in half a minute.`)), 30_000);
      const hear = async (event: Event) => {
        await until(isSo);
        const at = await painted();
        resolve({ took: at - event.timeStamp, at });
      };
      addEventListener(kind, hear, { capture: true, once: true });
    });

  const says = (selector: string, words: string) =>
    [...document.querySelectorAll(selector)].some((one) => one.textContent?.includes(words));

  const onKey = (key: string, note: (event: KeyboardEvent) => void) =>
    addEventListener("keydown", (event) => event.key === key && note(event), { capture: true });

  window.stopwatch = {
    painted,
    after: (kind, selector, words) => from(kind, () => selector === "" || says(selector, words)),
    changed(kind, selector) {
      const before = document.querySelector(selector)?.textContent;
      return from(kind, () => document.querySelector(selector)?.textContent !== before);
    },
    keys(key) {
      const times: number[] = [];
      onKey(key, (event) => painted().then((at) => times.push(at - event.timeStamp)));
      return times;
    },
    presses(key) {
      const times: number[] = [];
      onKey(key, (event) => times.push(performance.timeOrigin + event.timeStamp));
      return times;
    },
    arrivals(selector, letter) {
      const times: number[] = [];
      const count = () => document.querySelector(selector)?.textContent?.split(letter).length ?? 1;
      let seen = count();
      const note = async (fresh: number) => {
        const at = performance.timeOrigin + (await painted());
        for (let each = 0; each < fresh; each++) times.push(at);
      };
      // Of that element alone: to look at each change of a page costs the page more than the change.
      new MutationObserver(() => {
        const fresh = count() - seen;
        seen += fresh;
        if (fresh > 0) note(fresh);
      }).observe(document.querySelector(selector) ?? document, { subtree: true, childList: true, characterData: true });
      return times;
    },
    frames() {
      const lengths: number[] = [];
      let before = Number.NaN;
      const next = (now: number) => {
        if (!Number.isNaN(before)) lengths.push(now - before);
        before = now;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
      return lengths;
    },
    largest: () => largest,
  };
}
