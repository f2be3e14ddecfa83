import type { IncomingMessage } from "node:http";
import { type Duplex, duplexPair } from "node:stream";
import { ORIGIN, type Person, type RoomServer } from "#server/collab/room-server.fixture.ts";

/**
 * Asks the room server for a websocket over a pipe in memory, which needs no port and fills up at once when nobody reads
 * it. Returns the end of the browser, on which frames are written by hand.
 */
export function openLine({ server }: RoomServer, path: string, { cookie }: Pick<Person, "cookie">): Duplex {
  const [theirs, ours] = duplexPair({ highWaterMark: 1 });
  const headers = {
    ...{ origin: ORIGIN, cookie, upgrade: "websocket", connection: "Upgrade" },
    ...{ "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==" },
  };
  const request = { method: "GET", url: path, headers } as unknown as IncomingMessage;
  server.emit("upgrade", request, theirs, Buffer.alloc(0));
  return ours;
}

/** A short frame as a browser sends it, masked with zeros. `head` holds its flags and its kind. */
export const lineFrame = (head: number, payload: Uint8Array) =>
  Buffer.from([head, 0x80 | payload.length, 0, 0, 0, 0, ...payload]);

/** Reads what the server writes until it closes; resolves with the code. */
export function closeCodeOf(line: Duplex): Promise<number> {
  let rest = Buffer.alloc(0);
  return new Promise((resolve) => {
    line.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      const code = findClose(rest);
      if (code === null) return;
      line.destroy();
      resolve(code);
    });
  });
}

/** Walks over the server's answer to the upgrade and the frames behind it. */
function findClose(bytes: Buffer): number | null {
  let at = bytes.indexOf("\r\n\r\n") + 4;
  while (at >= 4 && at + 2 <= bytes.length) {
    const short = bytes[at + 1] ?? 0;
    const start = at + (short === 126 ? 4 : 2);
    if (start > bytes.length) return null;
    if (bytes[at] === 0x88) return start + 2 > bytes.length ? null : bytes.readUInt16BE(start);
    at = start + (short === 126 ? bytes.readUInt16BE(at + 2) : short);
  }
  return null;
}
