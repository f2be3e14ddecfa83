import { WebSocket } from "ws";

/** The longest that a message kept this thread busy, and what it was. */
export type Longest = { busyMs: number; wallMs: number; frame: string };

/**
 * Measures from now on how long the reading of each message takes, for every websocket of this process; edits are taken
 * in later in the same turn (see `timeTurns`). `read` counts the messages that reached an open socket: what comes behind a
 * refused one is thrown away unread.
 */
export function timeFrames() {
  const times = { read: 0, longest: { busyMs: 0, wallMs: 0, frame: "" } as Longest, stop };
  const { emit } = WebSocket.prototype;
  function timed(this: WebSocket, event: string | symbol, ...args: unknown[]): boolean {
    if (event !== "message" || this.readyState !== WebSocket.OPEN) return emit.call(this, event, ...args);
    times.read++;
    const [start, busy] = [performance.now(), busyMs()];
    const result = emit.call(this, event, ...args);
    keep(busyMs() - busy, performance.now() - start, args[0] as Buffer);
    return result;
  }
  function keep(busyMs: number, wallMs: number, frame: Buffer): void {
    if (busyMs <= times.longest.busyMs) return;
    times.longest = { busyMs, wallMs, frame: `${frame.toString("hex").slice(0, 40)}… (${frame.length} bytes)` };
  }
  function stop(): void {
    WebSocket.prototype.emit = emit;
  }
  WebSocket.prototype.emit = timed as typeof emit;
  return times;
}

/** Time in which this thread worked: unlike the clock's it does not grow when the machine does something else. */
export function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** The longest that this thread was busy between two turns of the event loop, from now on. */
export function timeTurns() {
  const turns = { longest: 0, stop: () => clearImmediate(next) };
  let [last, next] = [busyMs(), setImmediate(tick)];
  function tick(): void {
    const now = busyMs();
    turns.longest = Math.max(turns.longest, now - last);
    last = now;
    next = setImmediate(tick);
  }
  return turns;
}
