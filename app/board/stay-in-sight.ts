/** Rows are measured, and the list scrolled for it, up to several frames after they were drawn. */
const CALM_FRAMES = 20;
const MOST_FRAMES = 120;

/**
 * Keeps the claim in sight that the keyboard has just gone to, until the rows around it are measured: each that turns out
 * higher than was thought would push it out of the list's frame again. Whoever scrolls away meanwhile is let go. Returns
 * how to stop.
 */
export function stayInSight(list: HTMLElement): () => void {
  let [calm, frames, asked, stood] = [0, 0, 0, -1];
  const stop = () => {
    cancelAnimationFrame(asked);
    for (const hand of HANDS) list.removeEventListener(hand, stop);
  };
  const look = () => {
    const before = list.scrollTop;
    // What is measured moves the list by less than its frame.
    if (stood >= 0 && Math.abs(before - stood) > list.clientHeight) return stop();
    const row = document.activeElement?.closest("[data-claim]");
    if (row && list.contains(row)) row.scrollIntoView({ block: "nearest", inline: "nearest" });
    stood = list.scrollTop;
    calm = stood === before ? calm + 1 : 0;
    frames += 1;
    if (calm < CALM_FRAMES && frames < MOST_FRAMES) asked = requestAnimationFrame(look);
    else stop();
  };
  for (const hand of HANDS) list.addEventListener(hand, stop, { passive: true });
  asked = requestAnimationFrame(look);
  return stop;
}

const HANDS = ["wheel", "pointerdown", "touchmove"] as const;
