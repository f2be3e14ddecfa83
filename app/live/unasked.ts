import { UNASKED_HEADER } from "#domain/protocol.ts";

/** `isOfSome`: it leaves alone what all pages of a case share. */
export type UnaskedLoad = { isOfSome?: boolean };

let begun: UnaskedLoad | null = null;

/** Starts a load that nobody asked for. Remix has sent its requests before this turn of the event loop is over. */
export function loadUnasked(start: () => void, how: UnaskedLoad = {}): void {
  begun = how;
  setTimeout(() => {
    begun = null;
  });
  start();
}

/** Whether the load that begins at this moment is one of those. */
export const isUnasked = () => begun !== null;

/** Whether it is one that leaves alone what all pages of a case share. */
export const isOfSomePages = () => begun?.isOfSome === true;

/** Lets the browser say with such a load that nobody asked for it, so that an open page keeps no session alive. */
export function tellUnasked(target: { fetch: typeof fetch }): void {
  const fetchNow = target.fetch;
  target.fetch = (input, init) => {
    if (!isUnasked()) return fetchNow.call(target, input, init);
    const request = new Request(input, init);
    request.headers.set(UNASKED_HEADER, "1");
    return fetchNow.call(target, request);
  };
}
