/** Lets things be done at once, but not within so many milliseconds of the last one: until then they wait, and may be taken back. */
export function apart(ms: number): (run: () => void) => () => void {
  let last = Number.NEGATIVE_INFINITY;
  return (run) => {
    const timer = setTimeout(
      () => {
        last = performance.now();
        run();
      },
      Math.max(0, last + ms - performance.now()),
    );
    return () => clearTimeout(timer);
  };
}
