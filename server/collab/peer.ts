import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { CloseCode } from "#domain/protocol.ts";
import { wireFrame } from "#server/collab/frames.ts";
import { kindOf, type RefusalKind } from "#server/collab/refusal.ts";
import type { Member } from "#server/context.ts";

/** How long a closing handshake may take before the connection is cut. */
const CLOSING_MS = 2_000;
const TOO_SLOW = "It reads more slowly than it is told things.";

/** How the server ends a socket: with a close code, or by cutting it, which tells the other side nothing. */
export type Ending = { code: number | null; kind: RefusalKind; reason: string };

/** One open socket of either kind, with the grant it was opened under. */
export type Peer = {
  id: string;
  socket: WebSocket;
  /** The connection below the websocket, for frames that are made once and written to many. */
  wire: Duplex;
  cookie: string | undefined;
  member: Member;
  sessionHash: string;
  caseId: string;
  /** Null for the live channel of a case. */
  claimId: string | null;
  canEdit: boolean;
  /** When it last said anything, a pong included. */
  heardAt: number;
  /** When the person behind it last did something: edited, moved the caret, went somewhere. */
  activeAt: number;
  /** When session and permission were last looked up. */
  checkedAt: number;
  /** Whether it has asked for an acknowledgement, so that it knows our messages beside y-websocket's own. */
  knowsOurs: boolean;
  /** Set at once when the server decides to close: nothing is read from or sent to it any more. */
  closed: boolean;
  /** Called once, with the code when it was the server that closed. */
  onClosed: (code: CloseCode | null) => void;
  /** Called before that, when it is the server that closes or cuts. */
  onTurnedAway: (ending: Ending) => void;
};

/** Sends, unless the peer reads too slowly: then it is cut off, because a close frame would wait behind the rest. */
export function send(peer: Peer, message: Uint8Array | string, limit: number): void {
  if (peer.closed || peer.socket.readyState !== peer.socket.OPEN) return;
  if (peer.socket.bufferedAmount + message.length > limit) cutOff(peer, "slow_reader", TOO_SLOW);
  else if (typeof message === "string") peer.socket.send(message);
  else peer.wire.write(wireFrame(message));
}

/** Writes finished websocket frames, under the same rule. Nothing is compressed, so nothing of `ws` can be half-way out. */
export function sendFrames(peer: Peer, frames: readonly Buffer[], limit: number): void {
  if (peer.closed || peer.socket.readyState !== peer.socket.OPEN) return;
  const length = frames.reduce((sum, frame) => sum + frame.length, 0);
  if (peer.socket.bufferedAmount + length > limit) cutOff(peer, "slow_reader", TOO_SLOW);
  else peer.wire.write(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames));
}

/** Closes with a code; what still arrives from this peer is ignored from now on. */
export function closePeer(peer: Peer, code: CloseCode, reason: string, kind = kindOf(code)): void {
  if (peer.closed) return;
  peer.onTurnedAway({ code, kind, reason });
  leave(peer, code);
  closeSocket(peer.socket, code, reason);
}

/** Closes a socket and cuts it when the other side does not answer in time. */
export function closeSocket(socket: WebSocket, code: CloseCode, reason: string): void {
  socket.close(code, reason);
  const timer = setTimeout(() => socket.terminate(), CLOSING_MS).unref();
  socket.once("close", () => clearTimeout(timer));
}

export function cutOff(peer: Peer, kind: RefusalKind, reason: string): void {
  if (!peer.closed) {
    peer.onTurnedAway({ code: null, kind, reason });
    leave(peer);
  }
  peer.socket.terminate();
}

export function leave(peer: Peer, code: CloseCode | null = null): void {
  peer.closed = true;
  peer.onClosed(code);
}
