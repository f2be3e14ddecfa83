import { UNASKED_HEADER } from "#domain/protocol.ts";

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

/** Lets the browser say with such a load that nobody asked for it, so that an open page keeps no session alive. */
export function tellUnasked(target: { fetch: typeof fetch }): void {
  const fetchNow = target.fetch;
  target.fetch = (input, init) => {
    if (!isOn) return fetchNow.call(target, input, init);
    const request = new Request(input, init);
    request.headers.set(UNASKED_HEADER, "1");
    return fetchNow.call(target, request);
  };
}
