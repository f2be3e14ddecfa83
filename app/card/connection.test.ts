import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { CardConnection } from "#app/card/connection.ts";
import { savingOf, wouldLose } from "#app/card/saving.ts";
import { pause, paused, resume } from "#app/together/paused.ts";
import { addSource, removeSource, setField } from "#domain/card-edit.ts";
import { textRoot } from "#domain/card-roots.ts";
import { LIMITS } from "#domain/limits.ts";
import { CLOSE, MESSAGE } from "#domain/protocol.ts";

/** The server's side of one socket, in the same process: speaks the protocol, and confirms only when it is told to. */
class Socket {
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
    sockets.push(this);
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
    this.#say((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync);
      sync.writeSyncStep1(encoder, stored);
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
      sync.readSyncMessage(decoder, encoder, stored, this);
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
    stored.once("update", (update: Uint8Array) =>
      this.#say((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        sync.writeUpdate(encoder, update);
      }),
    );
    stored.transact(() => change(stored));
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

let sockets: Socket[] = [];
let stored: Y.Doc;
let card: CardConnection;

const socket = () => sockets.at(-1) as Socket;
const saving = () => savingOf(card.facts.read());
const type = (words: string) => card.edit((doc) => textRoot(doc, "statement").insert(0, words));
const pass = () => vi.advanceTimersByTime(200);

const open = (random: () => number) =>
  new CardConnection("c1", {
    url: "ws://desk.invalid",
    WebSocketPolyfill: Socket as unknown as typeof WebSocket,
    random,
  });

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  stored = new Y.Doc();
  textRoot(stored, "statement").insert(0, "stored before");
  card = open(() => 0);
  expect(saving().kind).toBe("connecting");
  socket().open();
  pass();
});

afterEach(() => {
  resume();
  card.destroy();
  vi.useRealTimers();
});

describe("an open card", () => {
  test("shows the server's text, and says saved only once the server has confirmed it", () => {
    expect(card.card.read()?.statement).toBe("stored before");
    expect(saving().kind).toBe("saving");
    socket().confirm();
    expect(saving().kind).toBe("saved");
    type("new ");
    expect(saving().kind).toBe("saving");
    pass();
    expect(saving().kind).toBe("saving");
    socket().confirm();
    expect(saving().kind).toBe("saved");
  });

  test("an answer to an earlier question does not cover what was typed after it", () => {
    type("one ");
    pass();
    type("two ");
    socket().confirm();
    expect(saving().kind).toBe("saving");
  });

  test("keeps what is typed without a connection, says so, and sends it when the connection is back", () => {
    socket().confirm();
    socket().drop(1006);
    type("offline ");
    card.edit((doc) => setField(doc, "claimant", "ministry"));
    expect(saving()).toEqual({ kind: "offline", changes: 2, entries: 0 });
    vi.advanceTimersByTime(1_000);
    socket().open();
    pass();
    expect(textRoot(stored, "statement").toString()).toBe("offline stored before");
    expect(saving().kind).toBe("saving");
    socket().confirm();
    expect(saving().kind).toBe("saved");
  });

  test("after a restart a hundred tabs come back spread over more than a second, and more slowly while it lasts", () => {
    const tabs = Array.from({ length: 100 }, (_, at) => open(() => at / 100));
    const down = Date.now();
    for (const one of sockets.splice(0)) one.drop(CLOSE.restarting);
    vi.advanceTimersByTime(2_000);
    const waits = sockets.map((one) => one.madeAt - down).sort((a, b) => a - b);
    expect(waits).toHaveLength(101);
    expect(new Set(waits).size).toBeGreaterThan(90);
    expect((waits.at(-1) ?? 0) - (waits[0] ?? 0)).toBeGreaterThan(1_000);
    sockets.at(-1)?.drop(1006);
    vi.advanceTimersByTime(2_500);
    expect(sockets).toHaveLength(101);
    for (const tab of tabs) tab.destroy();
  });

  test("a network that is back is tried at once, a final refusal never again", () => {
    socket().drop(1006);
    card.hurry();
    expect(sockets.length).toBe(2);
    socket().open();
    expect(card.facts.read().connected).toBe(true);
    socket().drop(CLOSE.notAllowed);
    card.hurry();
    expect(sockets.length).toBe(2);
  });

  test("after a final refusal it does not try again and names the places that were never stored", () => {
    socket().confirm();
    type("lost ");
    socket().drop(CLOSE.notAllowed);
    expect(saving()).toMatchObject({ kind: "refused", final: true });
    expect(card.waitingPlaces).toEqual(["statement"]);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
  });

  test("an edit that is too large for the server ends it: the reason is said, and the words can be copied", () => {
    socket().confirm();
    type("x".repeat(300_000));
    expect(saving()).toMatchObject({ kind: "refused", final: true });
    expect(card.waitingPlaces).toEqual(["statement"]);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
  });

  test("[ED2] much that was typed offline is sent in messages that the server takes", () => {
    socket().confirm();
    socket().drop(1006);
    for (let at = 0; at < 30; at += 1) type("ا".repeat(20_000));
    vi.advanceTimersByTime(20_000);
    socket().open();
    pass();
    expect(textRoot(stored, "statement").toString()).toBe(textRoot(card.doc, "statement").toString());
    socket().confirm();
    expect(saving().kind).toBe("saved");
  });

  test("[ED2] what the server had taken before the connection broke is not sent again", () => {
    socket().confirm();
    for (let at = 0; at < 15; at += 1) type("a".repeat(20_000));
    socket().drop(1006);
    for (let at = 0; at < 15; at += 1) type("b".repeat(20_000));
    vi.advanceTimersByTime(20_000);
    const before = socket().sent;
    socket().open();
    pass();
    expect(textRoot(stored, "statement").length).toBe(600_000 + "stored before".length);
    expect(socket().sent - before).toBeLessThan(310_000);
  });

  test("[ED5] an entry that cannot be stored counts beside what is saved, until it is corrected or its box is gone", () => {
    card.pick((doc) => addSource(doc, "s1"));
    pass();
    socket().confirm();
    card.unfit.keep("sources/s1/url", "example.org");
    expect(saving()).toEqual({ kind: "unfit", entries: 1 });
    expect(wouldLose(card.facts.read())).toBe(true);
    card.unfit.keep("sources/s1/url", null);
    expect(saving().kind).toBe("saved");
    card.unfit.keep("sources/s1/url", "example.org");
    card.pick((doc) => removeSource(doc, "s1"));
    pass();
    socket().confirm();
    expect(saving().kind).toBe("saved");
  });

  test("a wish to decide waits until everything typed here is stored", async () => {
    socket().confirm();
    type("new ");
    pass();
    const answers: boolean[] = [];
    const settled = card.settled().then((answer) => answers.push(answer));
    await Promise.resolve();
    expect(answers).toEqual([]);
    socket().confirm();
    await settled;
    expect(answers).toEqual([true]);
    socket().drop(1006);
    expect(await card.settled()).toBe(false);
  });

  test("[TO21] while live updates are paused the card holds still, and own words are sent, saved and merged", () => {
    socket().confirm();
    pause();
    socket().tell((doc) => textRoot(doc, "statement").insert(0, "Bo: "));
    socket().tell((doc) => setField(doc, "claimant", "ministry"));
    pass();
    expect(card.card.read()).toMatchObject({ statement: "stored before", claimant: "" });
    expect(paused.get()).toEqual(new Set(["c1"]));
    card.edit((doc) => textRoot(doc, "statement").insert("stored before".length, " and after"));
    pass();
    socket().confirm();
    expect(saving().kind).toBe("saved");
    expect(textRoot(stored, "statement").toString()).toBe("Bo: stored before and after");
    resume();
    pass();
    expect(card.card.read()).toMatchObject({ statement: "Bo: stored before and after", claimant: "ministry" });
  });

  test("[TO21] a connection that comes back while updates are paused is synced, so that words can be saved", () => {
    socket().confirm();
    pause();
    socket().tell((doc) => textRoot(doc, "statement").insert(0, "Bo: "));
    socket().drop(1006);
    type("offline ");
    vi.advanceTimersByTime(1_000);
    socket().open();
    pass();
    socket().confirm();
    expect(saving().kind).toBe("saved");
    resume();
    pass();
    expect(card.card.read()?.statement).toBe(textRoot(stored, "statement").toString());
  });

  test("holding a key down asks for confirmation at a measured pace", () => {
    const before = socket().asked.length;
    for (let at = 0; at < 30; at += 1) {
      type("a");
      vi.advanceTimersByTime(33);
    }
    expect(socket().asked.length - before).toBeLessThanOrEqual(11);
  });
});
