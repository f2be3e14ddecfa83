import { WebSocket } from "ws";
import { CardConnection } from "#app/card/connection.ts";
import { collabPath } from "#domain/protocol.ts";
import { assay, type Contestant, Running } from "../contestants.ts";
import { type Client, join } from "../load/client.ts";
import { makeHistory } from "../load/edits.ts";
import type { Verdict } from "../results.ts";

const CLIENTS = 200;
const ROOMS = 20;
const RETRY_MS = 50;
const GIVE_UP_MS = 60_000;
const size = { rooms: ROOMS, people: CLIENTS };
const seats = Array.from({ length: CLIENTS }, (_, at) => at);

/** Milliseconds from a restarted server's first word until each of 200 clients that hardly wait has its document again. */
export async function reconnect(contestant: Contestant): Promise<number> {
  const server = await Running.start(contestant, size);
  try {
    const clients = await Promise.all(seats.map((at) => join(server, at % ROOMS, at)));
    const { whole } = makeHistory(10_000, 11);
    const arrived = clients.slice(ROOMS, 2 * ROOMS).map((reader) => {
      return new Promise<void>((resolve) => {
        reader.onUpdate = () => resolve();
      });
    });
    for (const writer of clients.slice(0, ROOMS)) writer.send(whole);
    await Promise.all(arrived);
    await server.kill("SIGTERM");
    const back = seats.map((at) => comeBack(server, at));
    await server.restart();
    const start = performance.now();
    await Promise.all(back);
    return performance.now() - start;
  } finally {
    await server.end();
  }
}

async function comeBack(server: Running, at: number): Promise<Client> {
  const end = Date.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await join(server, at % ROOMS, at);
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** The product's own cards, with its waits, through a restart between two edits of everybody. */
export async function openCards(): Promise<Verdict[]> {
  // Each stock client listens for the end of the process.
  process.setMaxListeners(0);
  const server = await Running.start(assay, size);
  const cards = seats.map((at) => open(server, at));
  try {
    await until(() => cards.every(isSynced));
    type(cards, "before");
    await until(() => cards.every(isSaved));
    const times = await restart(server, cards);
    await until(() => cards.every(isSaved));
    await until(() => cards.every((card, at) => textOf(card) === textOf(cards[at % ROOMS])));
    return judge(times, wrongWords(cards));
  } finally {
    for (const card of cards) card.destroy();
    await server.end();
  }
}

/** Restarts under everybody's hands. Returns after how many milliseconds of the new server each card was in sync. */
async function restart(server: Running, cards: readonly CardConnection[]): Promise<number[]> {
  await server.kill("SIGTERM");
  await until(() => !cards.some(isSynced));
  const times: number[] = [];
  for (const card of cards) {
    const stop = card.facts.subscribe(() => {
      if (!isSynced(card)) return;
      times.push(performance.now());
      stop();
    });
  }
  type(cards, "meanwhile");
  await server.restart();
  const start = performance.now();
  await until(() => times.length === cards.length);
  return times.map((time) => time - start);
}

function judge(times: readonly number[], wrong: number): Verdict[] {
  const last = Math.max(...times);
  const crowd = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 100).length));
  return [
    {
      promise: `${CLIENTS} open cards are back within 10 s of a restart`,
      figure: `${last.toFixed(0)} ms`,
      held: last < 10_000,
    },
    { promise: "… not all at once", figure: `${crowd} at most in a tenth of a second`, held: crowd < CLIENTS / 4 },
    { promise: "… words that stand there twice, or not at all", figure: `${wrong}`, held: wrong === 0 },
  ];
}

function type(cards: readonly CardConnection[], when: string): void {
  for (const [at, card] of cards.entries()) card.edit((doc) => doc.getText("gaps").insert(0, `<${when} ${at}>`));
}

const wrongWords = (cards: readonly CardConnection[]): number =>
  cards
    .flatMap((card, at) => ["before", "meanwhile"].map((when) => textOf(card).split(`<${when} ${at}>`).length - 1))
    .filter((times) => times !== 1).length;

const isSynced = ({ facts }: CardConnection) => facts.read().synced;

function isSaved({ facts }: CardConnection): boolean {
  const { synced, made, stored } = facts.read();
  return synced && made === stored;
}

function open(server: Running, at: number): CardConnection {
  const { origin, pathname } = new URL(server.url(at % ROOMS));
  const browser = class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: server.headers(at) });
    }
  };
  const WebSocketPolyfill = browser as unknown as typeof globalThis.WebSocket;
  return new CardConnection(pathname.slice(collabPath("").length), { url: origin, WebSocketPolyfill });
}

const textOf = (card: CardConnection | undefined) => card?.doc.getText("gaps").toString() ?? "";

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + GIVE_UP_MS;
  while (!holds()) {
    if (Date.now() > end) throw new Error("Waited a minute in vain.");
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
