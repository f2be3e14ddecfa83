import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CardConnection } from "#app/card/connection.ts";
import { savingOf, wouldLose } from "#app/card/saving.ts";
import { newServer, Socket, server } from "#app/card/socket.fixture.ts";
import { pause, paused, resume } from "#app/together/paused.ts";
import { addSource, removeSource, setField } from "#domain/card-edit.ts";
import { textRoot } from "#domain/card-roots.ts";
import { CLOSE } from "#domain/protocol.ts";

let card: CardConnection;

const socket = () => server.sockets.at(-1) as Socket;
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
  newServer();
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
    expect(textRoot(server.stored, "statement").toString()).toBe("offline stored before");
    expect(saving().kind).toBe("saving");
    socket().confirm();
    expect(saving().kind).toBe("saved");
  });

  test("after a restart a hundred tabs come back spread over more than a second, and more slowly while it lasts", () => {
    const tabs = Array.from({ length: 100 }, (_, at) => open(() => at / 100));
    const down = Date.now();
    for (const one of server.sockets.splice(0)) one.drop(CLOSE.restarting);
    vi.advanceTimersByTime(2_000);
    const waits = server.sockets.map((one) => one.madeAt - down).sort((a, b) => a - b);
    expect(waits).toHaveLength(101);
    expect(new Set(waits).size).toBeGreaterThan(90);
    expect((waits.at(-1) ?? 0) - (waits[0] ?? 0)).toBeGreaterThan(1_000);
    server.sockets.at(-1)?.drop(1006);
    vi.advanceTimersByTime(2_500);
    expect(server.sockets).toHaveLength(101);
    for (const tab of tabs) tab.destroy();
  });

  test("a network that is back is tried at once, a final refusal never again", () => {
    socket().drop(1006);
    card.hurry();
    expect(server.sockets.length).toBe(2);
    socket().open();
    expect(card.facts.read().connected).toBe(true);
    socket().drop(CLOSE.notAllowed);
    card.hurry();
    expect(server.sockets.length).toBe(2);
  });

  test("after a final refusal it does not try again and names the places that were never stored", () => {
    socket().confirm();
    type("lost ");
    socket().drop(CLOSE.notAllowed);
    expect(saving()).toMatchObject({ kind: "refused", final: true });
    expect(card.waitingPlaces).toEqual(["statement"]);
    vi.advanceTimersByTime(60_000);
    expect(server.sockets).toHaveLength(1);
  });

  test("an edit that is too large for the server ends it: the reason is said, and the words can be copied", () => {
    socket().confirm();
    type("x".repeat(300_000));
    expect(saving()).toMatchObject({ kind: "refused", final: true });
    expect(card.waitingPlaces).toEqual(["statement"]);
    vi.advanceTimersByTime(60_000);
    expect(server.sockets).toHaveLength(1);
  });

  test("[ED2] much that was typed offline is sent in messages that the server takes", () => {
    socket().confirm();
    socket().drop(1006);
    for (let at = 0; at < 30; at += 1) type("ا".repeat(20_000));
    vi.advanceTimersByTime(20_000);
    socket().open();
    pass();
    expect(textRoot(server.stored, "statement").toString()).toBe(textRoot(card.doc, "statement").toString());
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
    expect(textRoot(server.stored, "statement").length).toBe(600_000 + "stored before".length);
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
    expect(textRoot(server.stored, "statement").toString()).toBe("Bo: stored before and after");
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
    expect(card.card.read()?.statement).toBe(textRoot(server.stored, "statement").toString());
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
