import type { IncomingMessage, Server } from "node:http";
import { type Duplex, duplexPair } from "node:stream";

/**
 * A websocket client that does nothing but cut frames, so that a load or a test stays lighter than the server.
 * It masks with zeros (RFC 6455 allows any mask), answers pings, and knows no fragments and no compression.
 */
export type Wire = {
  send(payload: Uint8Array): void;
  onFrame: (payload: Buffer) => void;
  onClose: (code: number) => void;
  end(): void;
};

const BINARY = 0x82;
const PONG = 0x8a;
const CLOSE = 0x88;

/** Cuts frames out of a connection on which the websocket is open already. */
export function wireOn(socket: Duplex, head: Buffer): Wire {
  let rest: Buffer = Buffer.alloc(0);
  let code = 1006;
  const wire: Wire = {
    send: (payload) => void socket.write(frame(BINARY, payload)),
    onFrame: () => {},
    onClose: () => {},
    end: () => socket.destroy(),
  };
  const hear = (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let next = cut(rest, at); next; next = cut(rest, at)) {
      at = next.end;
      const payload = rest.subarray(next.start, next.end);
      if (next.opcode === 2) wire.onFrame(payload);
      else if (next.opcode === 9) socket.write(frame(PONG, payload));
      else if (next.opcode === 8) {
        code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
        socket.end(frame(CLOSE, payload));
      }
    }
    rest = rest.subarray(at);
  };
  socket.on("data", hear);
  socket.on("error", () => {});
  socket.on("close", () => wire.onClose(code));
  // Whoever waits for the connection attaches its listeners first.
  if (head.length > 0) setImmediate(hear, head);
  return wire;
}

/** Opens a websocket on a server of this process, over its real upgrade path but without a network. */
export function wireInto(server: Server, url: string, headers: Record<string, string>): Promise<Wire> {
  const [theirs, ours] = duplexPair();
  const asked = {
    ...{ ...headers, upgrade: "websocket", connection: "Upgrade" },
    ...{ "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==" },
  };
  const opened = new Promise<Wire>((resolve) => {
    ours.once("data", (answer: Buffer) => {
      const wire = wireOn(ours, answer.subarray(answer.indexOf("\r\n\r\n") + 4));
      wire.end = () => void [ours, theirs].map((side) => side.destroy());
      resolve(wire);
      // As above: what comes right behind the answer waits until somebody listens.
      ours.pause();
      setImmediate(() => ours.resume());
    });
  });
  const request = { method: "GET", url, headers: asked } as unknown as IncomingMessage;
  server.emit("upgrade", request, theirs, Buffer.alloc(0));
  return opened;
}

function cut(bytes: Buffer, at: number): { opcode: number; start: number; end: number } | null {
  if (bytes.length < at + 2) return null;
  const opcode = (bytes[at] ?? 0) & 0x0f;
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  const extra = short === 127 ? 8 : short === 126 ? 2 : 0;
  const start = at + 2 + extra;
  if (bytes.length < start) return null;
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return bytes.length < start + length ? null : { opcode, start, end: start + length };
}

/** One masked frame in one piece. */
function frame(first: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const out = Buffer.alloc(2 + extra + 4 + length);
  out[0] = first;
  out[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) out.writeUInt16BE(length, 2);
  if (extra === 8) out.writeBigUInt64BE(BigInt(length), 2);
  out.set(payload, 2 + extra + 4);
  return out;
}
