import type { Server } from "node:http";
import * as Y from "yjs";
import { readCard } from "#domain/card.ts";
import { rootsOf } from "#domain/card-roots.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { addsSomething } from "#server/collab/guard.ts";
import { Network } from "#server/collab/network.fixture.ts";
import type { Person } from "#server/collab/room-server.fixture.ts";
import { openStock, type StockClient } from "#server/collab/stock-client.fixture.ts";

/** One's own steps back and forward over the whole card. */
export type Steps = { undo(): unknown; redo(): unknown; split(): void };
export type StepsOf = (doc: Y.Doc, origin: unknown) => Steps;

type SeatOptions = {
  at: number;
  person: Person;
  claimId: string;
  front: () => Server | null;
  stepsOf: StepsOf | undefined;
};

const LOCAL = Symbol("edited here");
const IDS_PER_SEAT = 1_000;

/** One window on the card, with a network of its own between it and the server. */
export class Seat {
  readonly name: string;
  readonly person: Person;
  readonly network: Network;
  /** Has been a reader since this window was opened, so that its edits may have been refused. */
  wasReader = false;
  client: StockClient;
  steps: Steps;
  readonly #options: SeatOptions;
  #opened = 0;
  /** One's own clock after each edit, by the number that is acknowledged. */
  #clocks: number[] = [];

  constructor(options: SeatOptions) {
    this.#options = options;
    this.person = options.person;
    this.name = `${options.person.name} (window ${options.at + 1})`;
    this.network = new Network(options.person.cookie, options.front);
    [this.client, this.steps] = this.open();
  }

  /** Opens the card in a fresh page. */
  open(): [StockClient, Steps] {
    this.client?.close();
    this.wasReader = false;
    this.#clocks = [0];
    const doc = emptyCard();
    // Not at random, so that a history ends alike each time.
    doc.clientID = 1 + this.#options.at * IDS_PER_SEAT + this.#opened++;
    doc.on("update", (_update, origin) => {
      if (origin !== this.client.provider) this.#clocks.push(Y.getState(doc.store, doc.clientID));
    });
    const { claimId, stepsOf = yjsSteps } = this.#options;
    this.client = openStock("ws://desk", claimId, this.network.WebSocket, { doc, maxBackoffTime: 0 });
    this.steps = stepsOf(doc, LOCAL);
    return [this.client, this.steps];
  }

  write(edit: (doc: Y.Doc) => void): void {
    const { doc } = this.client;
    doc.transact(() => edit(doc), LOCAL);
  }

  letGo(): void {
    this.network.up.letGo();
    this.network.down.letGo();
  }

  /** Ends every fault between this window and the server. */
  mend(): void {
    this.network.up.isDoubled = false;
    this.network.down.isDoubled = false;
    this.letGo();
    if (!this.client.closed) this.client.provider.connect();
  }

  isDone = () => this.client.closed !== null || this.client.isSaved();

  card = () => JSON.stringify(readCard(this.client.doc));

  /** What this window was told is stored, or saw of others, and what the log does not hold. */
  lostIn(log: Y.Doc): string[] {
    const { doc, acknowledged, made } = this.client;
    const has = (client: number, clock: number) => Y.getState(log.store, client) >= clock;
    const wrong: string[] = [];
    if (!has(doc.clientID, this.#clocks[acknowledged] ?? 0)) wrong.push(`Acknowledged edits of ${this.name} are lost.`);
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc)))
      if (client !== doc.clientID && !has(client, clock)) wrong.push(`${this.name} saw edits that are lost.`);
    if (acknowledged === made && addsSomething(log, Y.encodeStateAsUpdate(doc), "is nothing"))
      wrong.push(`The log lacks something that ${this.name} has and that is stored.`);
    return wrong;
  }
}

/** Undo as the card has it: one history over all roots, of one's own edits only. */
function yjsSteps(doc: Y.Doc, origin: unknown): Steps {
  const types = rootsOf(doc).map((root) => root.type);
  const manager = new Y.UndoManager(types, { trackedOrigins: new Set([origin]), captureTimeout: 500 });
  return { undo: () => manager.undo(), redo: () => manager.redo(), split: () => manager.stopCapturing() };
}
