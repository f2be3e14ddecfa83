import { z } from "zod";
import type { Budgets } from "#server/collab/bucket.ts";
import type { Live } from "#server/collab/live.ts";
import type { Peer } from "#server/collab/peer.ts";
import { badMessage } from "#server/collab/refusal.ts";
import { refuse } from "#server/collab/refuse.ts";
import type { Log } from "#server/log.ts";

const MAX_MESSAGE = 2 * 1024;

/** What a browser says on the live channel: where this person is. */
const here = z.strictObject({
  type: z.literal("here"),
  claimId: z.string().max(64).nullable(),
  field: z.string().max(60).nullable(),
  screen: z.string().max(60),
  following: z.string().max(64).nullable().default(null),
});

export type LiveSocketOptions = {
  live: Live;
  budgets: Budgets;
  log: Log;
  now: () => number;
  /** The reference of a claim, when it stands in this case. */
  referenceIn: (caseId: string, claimId: string) => string | null;
  /** Whether a document stands in this case. */
  hasDocument: (caseId: string, documentId: string) => boolean;
};

/** Opens the live channel to one peer. */
export function joinLive(peer: Peer, options: LiveSocketOptions): void {
  peer.socket.on("message", (message: Buffer, isBinary: boolean) => {
    if (peer.closed) return;
    peer.heardAt = options.now();
    try {
      options.budgets.spend(peer.member.id, 1, message.length);
      hear(peer, read(message, isBinary), options);
    } catch (error) {
      refuse(peer, error, options.log);
    }
  });
  options.live.join(peer);
}

function read(message: Buffer, isBinary: boolean): z.infer<typeof here> {
  if (isBinary || message.length > MAX_MESSAGE) throw badMessage("The live channel takes short text messages.");
  const parsed = here.safeParse(parseJson(message.toString("utf8")));
  if (!parsed.success) throw badMessage("This message is not known here.");
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hear(peer: Peer, said: z.infer<typeof here>, { live, referenceIn, hasDocument }: LiveSocketOptions): void {
  peer.activeAt = peer.heardAt;
  const claimReference = said.claimId === null ? null : referenceIn(peer.caseId, said.claimId);
  const claimId = claimReference === null ? null : said.claimId;
  const { field, following } = said;
  const [name = "", documentId] = said.screen.split("/");
  // A window that goes on to another case must not tell this one where it went.
  const screen = documentId === undefined || hasDocument(peer.caseId, documentId) ? said.screen : name;
  live.place(peer, { claimId, claimReference, field, screen, following });
}
