import type { Server } from "node:http";
import { ORIGIN } from "#server/collab/room-server.fixture.ts";
import { type Wire, wireInto } from "#server/collab/wire.fixture.ts";

/** One direction of a connection. Frames stay in order, as on TCP, but may wait, come twice, or come again later. */
class Lane {
  pass: (frame: Uint8Array) => void = () => {};
  isDoubled = false;
  #held: Uint8Array[] | null = null;
  #edits: Uint8Array[] = [];

  carry(frame: Uint8Array): void {
    if (frame[0] === 0 && frame[1] !== 0) this.#edits.push(frame);
    this.#put(frame);
    if (this.isDoubled) this.#put(frame);
  }

  hold(): void {
    this.#held ??= [];
  }

  /** What an answer brings along meanwhile goes behind what waits. */
  letGo(): void {
    for (let next = this.#held?.shift(); next; next = this.#held?.shift()) this.pass(next);
    this.#held = null;
  }

  /** Delivers an edit, or a whole card, once more. */
  repeat(at: number): void {
    const frame = this.#edits[at % this.#edits.length];
    if (frame) this.#put(frame);
  }

  clear(): void {
    this.#held &&= [];
    this.#edits = [];
  }

  #put(frame: Uint8Array): void {
    if (this.#held) this.#held.push(frame);
    else this.pass(frame);
  }
}

/** What lies between one browser and a server of this process, with the faults of a network. */
export class Network {
  readonly up = new Lane();
  readonly down = new Lane();
  readonly #cookie: string;
  readonly #server: () => Server | null;
  #socket: Socket | null = null;

  constructor(cookie: string, server: () => Server | null) {
    this.#cookie = cookie;
    this.#server = server;
  }

  /** The WebSocket of the browser behind this network. */
  get WebSocket(): typeof globalThis.WebSocket {
    const connect = (socket: Socket) => this.#connect(socket);
    return class extends Socket {
      constructor(url: string) {
        super(url);
        connect(this);
      }
    } as unknown as typeof globalThis.WebSocket;
  }

  /** Breaks the connection; whatever was on its way is lost. */
  cut(): void {
    this.#socket?.end(1006);
  }

  async #connect(socket: Socket): Promise<void> {
    this.up.clear();
    this.down.clear();
    this.#socket = socket;
    const server = this.#server();
    const wire = server && (await wireInto(server, socket.path, { origin: ORIGIN, cookie: this.#cookie }));
    if (!wire) return void queueMicrotask(() => socket.end(1006));
    if (socket.readyState !== 0) return wire.end();
    this.up.pass = wire.send;
    this.down.pass = (frame) => socket.hear(frame);
    wire.onFrame = (frame) => this.down.carry(frame);
    socket.open(wire, (frame) => this.up.carry(frame));
  }
}

/** As much of a browser's WebSocket as the stock client uses. */
class Socket {
  readonly OPEN = 1;
  readyState = 0;
  binaryType = "arraybuffer";
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: Uint8Array }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly path: string;
  #wire: Wire | null = null;
  #carry: (frame: Uint8Array) => void = () => {};

  constructor(url: string) {
    this.path = url.replace(/^ws:\/\/[^/]*/, "");
  }

  open(wire: Wire, carry: (frame: Uint8Array) => void): void {
    this.#wire = wire;
    this.#carry = carry;
    wire.onClose = (code) => this.end(code);
    this.readyState = 1;
    this.onopen?.();
  }

  hear(frame: Uint8Array): void {
    if (this.readyState === 1) this.onmessage?.({ data: frame });
  }

  send(frame: Uint8Array): void {
    if (this.readyState === 1) this.#carry(frame);
  }

  close(): void {
    this.end(1005);
  }

  end(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#wire?.end();
    this.onclose?.({ code, reason: "" });
  }
}
