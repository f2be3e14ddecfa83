import type { Meter } from "#server/collab/meter.ts";
import type { Ending } from "#server/collab/peer.ts";
import { REFUSALS } from "#server/collab/refusal.ts";
import type { Log } from "#server/log.ts";

/** Who it was, as far as that is known: ids, or the path that was asked for. */
export type Whom = { memberId: string; caseId?: string; claimId?: string | null } | { path: string | undefined };

export type TellTurnedAway = (whom: Whom, ending: Ending) => void;

/** Long enough for every path of ours. */
const PATH = 100;

/** The path of an address without what was asked there, in which there may be secrets. */
export const pathOf = (url = "") => url.split("?", 1)[0]?.slice(0, PATH);

/** Writes one line for each socket that the server does not let in, closes or cuts, and counts it. */
export function createTurnedAway({ log, meter }: { log: Log; meter: Meter }): TellTurnedAway {
  return (whom, { code, kind, reason }) => {
    meter.refuse(code, kind);
    log[REFUSALS[kind]]({ ...whom, code, kind, reason }, "socket refused");
  };
}

/** What `ws` found wrong below the messages, with the code that it closed with; null when the line only broke. */
export function brokenFrame(error: Error & { code?: string }): Ending | null {
  if (!error.code?.startsWith("WS_ERR_")) return null;
  const reason = error.message;
  if (/_LENGTH$/.test(error.code) && !/CONTROL/.test(error.code)) return { code: 1009, kind: "too_large", reason };
  const code = error.code === "WS_ERR_TOO_MANY_BUFFERED_PARTS" ? 1008 : /UTF8/.test(error.code) ? 1007 : 1002;
  return { code, kind: "bad_frame", reason };
}
