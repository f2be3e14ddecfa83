import { setImmediate } from "node:timers/promises";

const CHUNK_BYTES = 64 * 1024;
/** How long a file is written before others have a turn. */
const TURN_MS = 10;

/** Gathers pieces into chunks that are worth sending, and lets others have a turn while it does. */
export async function* inChunks(pieces: Iterable<string | Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let [held, bytes, since] = [[] as Uint8Array[], 0, performance.now()];
  for (const piece of pieces) {
    const part = typeof piece === "string" ? Buffer.from(piece) : piece;
    held.push(part);
    bytes += part.byteLength;
    if (bytes >= CHUNK_BYTES) {
      yield Buffer.concat(held);
      [held, bytes] = [[], 0];
    }
    if (performance.now() - since < TURN_MS) continue;
    await setImmediate();
    since = performance.now();
  }
  if (bytes > 0) yield Buffer.concat(held);
}
