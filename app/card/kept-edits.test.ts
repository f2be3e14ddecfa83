import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { cardWith } from "#app/card/card-with.ts";
import { CardConnection } from "#app/card/connection.ts";
import { countChanges, type Device, type KeptEdit, type OwnEdit } from "#app/card/kept-edits.ts";
import { savingOf } from "#app/card/saving.ts";
import { newServer, Socket, server } from "#app/card/socket.fixture.ts";
import { setField } from "#domain/card-edit.ts";
import { textRoot } from "#domain/card-roots.ts";
import { CLOSE } from "#domain/protocol.ts";

/** What a device keeps, as the browser's database would. */
class Shelf {
  edits: OwnEdit[] = [];
  isLocked = false;

  device(): Device {
    const waiting: readonly KeptEdit[] = [...this.edits];
    let client = 0;
    return {
      waiting,
      keep: (edit) => {
        client = edit.client;
        this.edits.push(edit);
      },
      forget: (upTo) => {
        this.edits = this.edits.filter((one) => one.client !== client || one.number > upTo);
      },
      forgetWaiting: async () => {
        if (!this.isLocked) this.edits = this.edits.filter((one) => !waiting.includes(one));
        return !this.isLocked;
      },
    };
  }
}

let shelf: Shelf;
let card: CardConnection;

const socket = () => server.sockets.at(-1) as Socket;
const saving = () => savingOf(card.facts.read());
const type = (words: string) => card.edit((doc) => textRoot(doc, "statement").insert(0, words));
const pass = () => vi.advanceTimersByTime(200);
const stored = () => textRoot(server.stored, "statement").toString();

/** Opens the card in a new tab, as whoever may edit it unless it says otherwise; the socket opens on its own. */
function openTab(mayEdit = true): void {
  card = new CardConnection("c1", {
    url: "ws://desk.invalid",
    WebSocketPolyfill: Socket as unknown as typeof WebSocket,
    random: () => 0,
  });
  card.keepOn(shelf.device(), mayEdit);
}

/** Types these words without a connection, and closes the tab. */
function typeAndClose(...words: string[]): void {
  socket().drop(1006);
  for (const one of words) type(one);
  card.destroy();
}

function synced(): void {
  socket().open();
  pass();
}

beforeEach(() => {
  vi.useFakeTimers();
  newServer();
  shelf = new Shelf();
  openTab();
  synced();
  socket().confirm();
});

afterEach(() => {
  card.destroy();
  vi.useRealTimers();
});

describe("what is typed, on this device", () => {
  test("[ED30] is kept until the server has confirmed it, and no longer", () => {
    type("new ");
    expect(shelf.edits).toHaveLength(1);
    pass();
    expect(shelf.edits).toHaveLength(1);
    socket().confirm();
    expect(shelf.edits).toEqual([]);
  });

  test("[ED30] outlives the tab: it is shown as waiting, sent once, merged with what others wrote, and deleted", () => {
    typeAndClose("one ", "two ");
    server.stored.transact(() => textRoot(server.stored, "statement").insert(0, "Bo: "));
    openTab();
    expect(saving()).toEqual({ kind: "connecting" });
    expect(card.facts.read()).toMatchObject({ kept: 1, onDevice: true });
    synced();
    expect(stored()).toContain("two one ");
    expect(stored()).toContain("Bo: ");
    expect(saving().kind).toBe("saving");
    expect(shelf.edits).toHaveLength(2);
    socket().confirm();
    expect(saving().kind).toBe("saved");
    expect(shelf.edits).toEqual([]);
    expect(card.facts.read().sentKept).toBe(1);
    card.destroy();
    openTab();
    synced();
    expect(stored().match(/two one/g)).toHaveLength(1);
  });

  test("[ED30] is not sent again where the server had it already and only its answer was lost", () => {
    type("new ");
    pass();
    card.destroy();
    openTab();
    synced();
    socket().confirm();
    expect([stored(), shelf.edits]).toEqual(["new stored before", []]);
  });

  test("[ED30] counts as a person counts, place by place", () => {
    const at = Date.now();
    const edit = (place: string, after: number) => ({ update: new Uint8Array(), places: [place], at: at + after });
    expect(countChanges([edit("gaps", 0), edit("gaps", 100), edit("verdict", 200), edit("gaps", 9_000)])).toBe(3);
  });

  test("[ED30] begins with what the tab has not sent yet, when it is switched on there", () => {
    card.keepOn(null, true);
    socket().drop(1006);
    type("offline ");
    expect(shelf.edits).toEqual([]);
    card.keepOn(shelf.device(), true);
    expect(shelf.edits).toHaveLength(1);
    expect(card.facts.read().onDevice).toBe(true);
  });

  test("[ED30] goes in as many messages as the server takes", () => {
    typeAndClose(...Array.from({ length: 30 }, (_, at) => `${at}${"ا".repeat(19_000)}`));
    openTab();
    synced();
    socket().confirm();
    expect(stored().length).toBeGreaterThan(500_000);
    expect(saving().kind).toBe("saved");
  });
});

describe("what waits on this device and is not sent", () => {
  test("[ED31] of somebody who may not edit any more stays where it is, and can be read", async () => {
    typeAndClose("kept ");
    openTab(false);
    synced();
    expect(stored()).toBe("stored before");
    expect(card.facts.read()).toMatchObject({ kept: 1, onDevice: false, made: 0 });
    expect(cardWith(card.doc, card.heldBack)?.statement).toBe("kept stored before");
    expect(await card.forgetKept()).toBe(true);
    expect([shelf.edits, card.heldBack]).toEqual([[], []]);
    expect(card.facts.read()).toMatchObject({ kept: 0, sentKept: 0 });
  });

  test("[ED31] is shown until the device has deleted it, and stays where the device cannot", async () => {
    typeAndClose("kept ");
    openTab(false);
    synced();
    shelf.isLocked = true;
    expect(await card.forgetKept()).toBe(false);
    expect(card.facts.read().kept).toBe(1);
    shelf.isLocked = false;
    const deleting = card.forgetKept();
    expect(card.facts.read().kept).toBe(1);
    expect(await deleting).toBe(true);
    expect([shelf.edits, card.facts.read().kept]).toEqual([[], 0]);
  });

  test("[ED31] builds on something that the server has lost: it is held back, and the card goes on", () => {
    const lost = new Y.Doc();
    setField(lost, "claimant", "ministry");
    const before = Y.encodeStateVector(lost);
    setField(lost, "claimant", "the ministry");
    const update = Y.encodeStateAsUpdate(lost, before);
    shelf.edits = [{ client: 7, number: 1, update, places: ["fields/claimant"], at: 1 }];
    card.destroy();
    openTab();
    synced();
    socket().confirm();
    type("on ");
    pass();
    socket().confirm();
    expect([saving().kind, stored(), card.facts.read().kept]).toEqual(["saved", "on stored before", 1]);
    expect(shelf.edits).toHaveLength(1);
    expect(cardWith(card.doc, card.heldBack)).toBeNull();
  });

  test("[ED31] cannot be read: it breaks nothing", () => {
    shelf.edits = [{ client: 7, number: 1, update: new Uint8Array([1, 2, 3]), places: ["gaps"], at: 1 }];
    card.destroy();
    openTab();
    synced();
    socket().confirm();
    expect([saving().kind, card.facts.read().kept]).toEqual(["saved", 1]);
  });

  test("[ED31] a refusal for good before it was sent does not say that everything is saved", () => {
    typeAndClose("kept ");
    openTab();
    socket().drop(CLOSE.foreignClientId);
    expect(saving()).toMatchObject({
      kind: "refused",
      sentence: { values: expect.objectContaining({ state: "unsent" }) },
    });
    expect(shelf.edits).toHaveLength(1);
  });
});
