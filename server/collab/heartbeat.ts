import { awarenessFrame, heartbeatFrame } from "#server/collab/frames.ts";
import { cutOff, type Peer, send } from "#server/collab/peer.ts";
import type { Log } from "#server/log.ts";

const SILENT_MS = 45_000;
/** Sessions end by themselves, so they are looked up also on a quiet socket: at the second beat, 20 s at most. */
const RECHECK_MS = 15_000;

export type HeartbeatOptions = {
  peers: ReadonlySet<Peer>;
  log: Log;
  now: () => number;
  beatMs: number;
  socketBuffer: number;
  recheckAfter: (peer: Peer, age: number) => boolean;
  /** After every peer was looked after. */
  onBeat: () => void;
};

/** Says something on every socket, cuts off the silent ones and looks sessions up again. Returns how to stop it. */
export function startHeartbeat(options: HeartbeatOptions): () => void {
  const timer = setInterval(() => {
    for (const peer of [...options.peers]) {
      try {
        beat(peer, options);
      } catch (error) {
        options.log.error({ err: error, memberId: peer.member.id }, "a session could not be looked up");
      }
    }
    options.onBeat();
  }, options.beatMs).unref();
  return () => clearInterval(timer);
}

function beat(peer: Peer, options: HeartbeatOptions): void {
  if (options.now() - peer.heardAt > SILENT_MS) cutOff(peer, "silent", "Nothing was heard from it for 45 seconds.");
  if (peer.closed || !options.recheckAfter(peer, RECHECK_MS)) return;
  if (peer.claimId !== null) send(peer, signOfLife(peer), options.socketBuffer);
  if (peer.socket.readyState === peer.socket.OPEN) peer.socket.ping();
}

/** A stock client hangs up after 30 quiet seconds and writes an error for each message that it does not know. */
const signOfLife = (peer: Peer) => (peer.knowsOurs ? heartbeatFrame() : awarenessFrame([]));
