/** Numbers that the browser and the room server must agree on. Documented in docs/realtime.md. */

/** y-websocket's own message types (one message per binary frame). */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, acknowledge: 100, heartbeat: 101 } as const;

/** Close codes. 44xx is final for the stock client (y-websocket 3.1), every other code is retried. */
export const CLOSE = {
  badMessage: 4400,
  signedOut: 4401,
  notAllowed: 4403,
  noSuchClaim: 4404,
  foreignClientId: 4409,
  setAside: 4423,
  reloadApp: 4426,
  storage: 4503,
  resync: 4509,
  slowDown: 4529,
  restarting: 1012,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** With `notAllowed`: the edit would make the card larger than it may be. */
export const CARD_FULL = "This card is full. Take something out before adding more.";

/** With `notAllowed`: the edit would make the card slower to open than it may be. */
export const CARD_SLOW = "This card would take too long to open. Make a new claim for what is to come.";

/** With `slowDown`: one person has more sockets open than they may. */
export const TOO_MANY_WINDOWS = "Too many open windows. Close some of them.";

/** The version of the card's layout in the Y.Doc. A client built for another one must reload (4426). */
export const CARD_LAYOUT = 1;

/** How often the server says something on a quiet socket, in milliseconds. */
export const HEARTBEAT_MS = 10_000;

/** With a load that no person asked for, because a page follows its case: it does not count as a sign of life. */
export const UNASKED_HEADER = "assay-unasked";

export const collabPath = (claimId: string) => `/collab/claims/${claimId}`;
export const livePath = (caseId: string) => `/live/cases/${caseId}`;
