const CALM_FRAMES = 3;
const MOST_FRAMES = 30;

/**
 * Keeps the claim in sight that the keyboard has just gone to, until the rows around it are measured: each that turns out
 * higher than was thought would push it out of the list's frame again. Returns how to stop.
 */
export function stayInSight(list: HTMLElement): () => void {
  let [calm, frames, asked] = [0, 0, 0];
  const look = () => {
    const row = document.activeElement?.closest("[data-claim]");
    const before = list.scrollTop;
    if (row && list.contains(row)) row.scrollIntoView({ block: "nearest", inline: "nearest" });
    calm = list.scrollTop === before ? calm + 1 : 0;
    frames += 1;
    asked = calm < CALM_FRAMES && frames < MOST_FRAMES ? requestAnimationFrame(look) : 0;
  };
  asked = requestAnimationFrame(look);
  return () => cancelAnimationFrame(asked);
}
