import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { textRoot } from "#domain/card-roots.ts";
import { LIMITS } from "#domain/limits.ts";
import { MESSAGE } from "#domain/protocol.ts";

/** What the server holds, and the sockets that were opened to it. */
export const server = { stored: new Y.Doc(), sockets: [] as Socket[] };

/** Begins with a card that says "stored before". */
export function newServer(): void {
  server.sockets = [];
  server.stored = new Y.Doc();
  textRoot(server.stored, "statement").insert(0, "stored before");
}

/** The server's side of one socket, in the same process: speaks the protocol, and confirms only when it is told to. */
export class Socket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = "arraybuffer";
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: Uint8Array }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  asked: number[] = [];
  sent = 0;

  readonly madeAt = Date.now();

  constructor() {
    server.sockets.push(this);
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
    this.#say((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync);
      sync.writeSyncStep1(encoder, server.stored);
    });
  }

  send(frame: Uint8Array): void {
    if (frame.length > LIMITS.message) this.drop(1009);
    if (this.readyState !== 1) return;
    this.sent += frame.length;
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.acknowledge) this.asked.push(decoding.readVarUint(decoder));
    if (type !== MESSAGE.sync) return;
    this.#say((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync);
      sync.readSyncMessage(decoder, encoder, server.stored, this);
    });
  }

  confirm(): void {
    const last = this.asked.at(-1);
    if (last === undefined) throw new Error("nothing was asked");
    this.#say((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.acknowledge);
      encoding.writeVarUint(encoder, last);
    });
  }

  /** A colleague's edit, which the server has stored and tells. */
  tell(change: (doc: Y.Doc) => void): void {
    server.stored.once("update", (update: Uint8Array) =>
      this.#say((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        sync.writeUpdate(encoder, update);
      }),
    );
    server.stored.transact(() => change(server.stored));
  }

  drop(code: number, reason = ""): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }

  close(): void {
    this.readyState = 3;
  }

  #say(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    write(encoder);
    if (encoding.length(encoder) > 1) this.onmessage?.({ data: encoding.toUint8Array(encoder) });
  }
}
