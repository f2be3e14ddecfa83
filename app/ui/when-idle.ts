/** Runs something when the page is loaded and has nothing else to do. */
export function whenIdle(run: () => void): void {
  if (document.readyState === "complete") idle(run);
  else addEventListener("load", () => idle(run), { once: true });
}

/** How long one moment may take: half a frame. */
const MOMENT_MS = 8;

/** Goes through a list bit by bit, whenever there is nothing else to do. Call the answer to stop. */
export function goThroughIdle<T>(list: readonly T[], look: (one: T) => void): () => void {
  let [at, isStopped] = [0, false];
  const goOn = () => {
    const end = performance.now() + MOMENT_MS;
    while (!isStopped && at < list.length && performance.now() < end) look(list[at++] as T);
    if (!isStopped && at < list.length) idle(goOn);
  };
  idle(goOn);
  return () => {
    isStopped = true;
  };
}

/** Safari knows no idle time. */
function idle(run: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(run);
  else setTimeout(run, 100);
}
