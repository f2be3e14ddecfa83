let isOn = false;

/** Starts a load that nobody asked for. Remix has sent its requests before this turn of the event loop is over. */
export function loadUnasked(start: () => void): void {
  isOn = true;
  setTimeout(() => {
    isOn = false;
  });
  start();
}

/** Whether the load that begins at this moment is one of those. */
export const isUnasked = () => isOn;
