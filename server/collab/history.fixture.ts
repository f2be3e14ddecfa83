import fc from "fast-check";
import * as Y from "yjs";
import { cardOf } from "#db/queries/claims.ts";
import { logAfter } from "#db/queries/collab.ts";
import { readCard } from "#domain/card.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { CLOSE } from "#domain/protocol.ts";
import { CARD_ACTS, type CardAct, type Chance } from "#server/collab/card-acts.fixture.ts";
import { Seat, type StepsOf } from "#server/collab/seat.fixture.ts";
import type { World } from "#server/collab/world.fixture.ts";

type Act = CardAct | keyof typeof SEAT_ACTS | keyof typeof DESK_ACTS;
export type Step = Chance & { who: number; act: Act; turns: number };
export type History = { seats: number; steps: Step[] };

const SEAT_ACTS = {
  undo: (seat) => seat.steps.undo(),
  redo: (seat) => seat.steps.redo(),
  pause: (seat) => seat.steps.split(),
  disconnect: ({ client }) => client.provider.disconnect(),
  connect: ({ client }) => client.provider.connect(),
  cut: ({ network }) => network.cut(),
  holdUp: ({ network }) => network.up.hold(),
  holdDown: ({ network }) => network.down.hold(),
  letGo: (seat) => seat.letGo(),
  double: ({ network }) => {
    network.up.isDoubled = true;
    network.down.isDoubled = true;
  },
  repeatUp: ({ network }, { at }) => network.up.repeat(at),
  repeatDown: ({ network }, { at }) => network.down.repeat(at),
} satisfies Record<string, (seat: Seat, chance: Chance) => void>;

const DESK_ACTS = {
  demote: (table, { who }) => table.setRole(who, "viewer"),
  demoteUnseen: (table, { who }) => table.setRole(who, "viewer", false),
  promote: (table, { who }) => table.setRole(who, "analyst"),
  kill: (table) => table.kill(),
} satisfies Record<string, (table: Table, step: Step) => void | Promise<void>>;

const keys = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];

/** Everything that can happen to a card while it is open, mostly writing; in about every third the server is killed. */
export const histories: fc.Arbitrary<History> = fc.record({
  seats: fc.integer({ min: 3, max: 5 }),
  steps: fc.array(
    fc.record({
      who: fc.nat(4),
      act: fc.oneof(
        { weight: 64, arbitrary: fc.constantFrom<Act>(...keys(CARD_ACTS)) },
        { weight: 8, arbitrary: fc.constantFrom<Act>("undo", "undo", "redo", "pause") },
        { weight: 24, arbitrary: fc.constantFrom<Act>(...keys(SEAT_ACTS)) },
        { weight: 4, arbitrary: fc.constantFrom<Act>("demote", "demoteUnseen", "promote", "promote") },
        { weight: 1, arbitrary: fc.constant<Act>("kill") },
      ),
      at: fc.nat(999),
      length: fc.integer({ min: 1, max: 9 }),
      words: fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
      id: fc.constantFrom("a", "b", "c"),
      turns: fc.nat(2),
    }),
    { minLength: 10, maxLength: 60, size: "max" },
  ),
});

/** Lets a history happen on a claim of its own. Returns what went wrong in it, as sentences. */
export async function live(world: World, { seats, steps }: History, stepsOf?: StepsOf): Promise<string[]> {
  const table = new Table(world, seats, stepsOf);
  try {
    await table.settle();
    for (const step of steps) await table.take(step);
    await table.settle();
    return [...table.wrong, ...table.differences()];
  } finally {
    table.leave();
  }
}

const turn = () => new Promise(setImmediate);
const PATIENCE_MS = 5_000;

/** The people around one card, each in a browser of their own; the fifth is the first one's second window. */
class Table {
  readonly wrong: string[] = [];
  readonly #world: World;
  readonly #claimId: string;
  readonly #seats: Seat[];

  constructor(world: World, seats: number, stepsOf?: StepsOf) {
    this.#world = world;
    this.#claimId = world.addClaim();
    for (const person of world.people) world.setRole(person, "analyst");
    this.#seats = Array.from({ length: seats }, (_, at) => {
      const person = world.people[at % world.people.length];
      if (!person) throw new Error("There is nobody.");
      return new Seat({ at, person, claimId: this.#claimId, front: () => world.front, stepsOf });
    });
  }

  async take(step: Step): Promise<void> {
    const seat = this.#seats[step.who % this.#seats.length];
    const { act } = step;
    if (!seat) return;
    if (act in DESK_ACTS) await DESK_ACTS[act as keyof typeof DESK_ACTS](this, step);
    else if (act in SEAT_ACTS) SEAT_ACTS[act as keyof typeof SEAT_ACTS](seat, step);
    else seat.write((doc) => CARD_ACTS[act as CardAct](doc, step));
    for (let passed = 0; passed < step.turns; passed++) await turn();
  }

  setRole(who: number, role: "viewer" | "analyst", tell = true): void {
    const { person } = this.#seats[who % this.#seats.length] as Seat;
    this.#world.setRole(person, role, tell);
    for (const seat of this.#seats.filter((one) => one.person === person)) {
      if (role === "viewer") seat.wasReader = true;
      else if (seat.client.closed) seat.open();
    }
  }

  async kill(): Promise<void> {
    for (const { network } of this.#seats) network.cut();
    await this.#world.kill();
    await this.#world.restart();
    const log = this.#replay();
    for (const seat of this.#seats) this.wrong.push(...seat.lostIn(log));
  }

  /** Ends all faults and waits until everybody who is let in has everything. */
  async settle(): Promise<void> {
    for (const seat of this.#seats) seat.mend();
    const end = Date.now() + PATIENCE_MS;
    while (!this.#isSettled() && Date.now() < end) await turn();
    for (const seat of this.#seats) {
      if (!seat.isDone()) this.wrong.push(`${seat.name}'s edits were never acknowledged.`);
      const { closed } = seat.client;
      if (closed && !(seat.wasReader && closed.code === CLOSE.notAllowed))
        this.wrong.push(`${seat.name} was closed for good with ${closed.code}.`);
    }
  }

  /** Whoever still reads, the server, its tables and a replay of the log have the same card. */
  differences(): string[] {
    const frozen = JSON.stringify(this.#world.server.rooms.freeze(this.#claimId).card);
    const others = {
      ...Object.fromEntries(this.#readers().map((seat) => [seat.name, seat.card()])),
      "a replay of the log": JSON.stringify(readCard(this.#replay())),
      "the table": JSON.stringify(cardOf(this.#world.server.db, this.#claimId)?.card),
    };
    return Object.entries(others)
      .filter(([, card]) => card !== frozen)
      .map(([name, card]) => `${name} has\n${card}\nand the server\n${frozen}`);
  }

  leave(): void {
    for (const seat of this.#seats) seat.client.close();
  }

  #readers = () => this.#seats.filter(({ client }) => !client.closed);

  #isSettled(): boolean {
    return this.#seats.every((seat) => seat.isDone()) && new Set(this.#readers().map((seat) => seat.card())).size <= 1;
  }

  #replay(): Y.Doc {
    const doc = emptyCard();
    for (const { bytes } of logAfter(this.#world.server.db, this.#claimId, 0)) Y.applyUpdate(doc, bytes);
    return doc;
  }
}
