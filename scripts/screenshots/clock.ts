export const HOUR = 3_600_000;

/** The clock of this process, so that the desk on the pictures has worked for days. */
export type Clock = {
  /** Sets it to so many milliseconds before the real time. */
  back(ms: number): void;
  on(ms: number): void;
};

/** Takes the clock over. To be called before the server is started, which keeps the function that it finds. */
export function takeClock(): Clock {
  const real = Date.now;
  let behind = 0;
  Date.now = () => real() - behind;
  return {
    back: (ms) => {
      behind = ms;
    },
    on: (ms) => {
      behind -= ms;
    },
  };
}
