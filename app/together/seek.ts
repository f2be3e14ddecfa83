const FOCUSABLE = "textarea, input, select, button, [contenteditable=true], [tabindex]";
/** A place that is not there by then will not come. */
const PATIENCE_MS = 5_000;

/** Does something with an element as soon as the page has it. Call the answer to stop waiting. */
export function whenThere(selector: string, run: (element: HTMLElement) => void): () => void {
  const look = () => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) run(found);
    return found !== null;
  };
  if (look()) return () => {};
  const watcher = new MutationObserver(() => look() && stop());
  const timer = setTimeout(() => stop(), PATIENCE_MS);
  const stop = () => {
    clearTimeout(timer);
    watcher.disconnect();
  };
  watcher.observe(document.body, { childList: true, subtree: true });
  return stop;
}

export const bringIntoView = (element: HTMLElement) => element.scrollIntoView({ block: "center" });

let before = () => {};

/** Goes to a place once, with the focus, as soon as it is on the page. */
export function jumpTo(selector: string): void {
  before();
  before = whenThere(selector, (element) => {
    bringIntoView(element);
    const target = element.matches(FOCUSABLE) ? element : element.querySelector<HTMLElement>(FOCUSABLE);
    target?.focus({ preventScroll: true });
  });
}
