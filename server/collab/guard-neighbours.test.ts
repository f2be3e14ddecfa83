import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readCard } from "#domain/card.ts";
import { rootsOf } from "#domain/card-roots.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { CARD_ACTS, type CardAct, type Chance } from "#server/collab/card-acts.fixture.ts";
import { tryOnCopy } from "#server/collab/guard-cost.ts";
import { insideOf, judged, type Placing, placed, placings, withParagraph } from "#server/collab/placing.fixture.ts";
import { type Part, rawUpdate, type Where, words } from "#server/collab/raw-update.fixture.ts";

const ROW = 8;
const row = (clock: number) => ({ client: ROW, clock });
const own = (clock: number) => ({ client: 5, clock });

/** A card that says "abcd", with an "x" behind its second letter, whose writer had not seen the third. */
function begun(): Y.Doc {
  const doc = emptyCard();
  Y.applyUpdate(doc, rawUpdate({ client: ROW, parts: [words({ root: "gaps" }, "abcd")] }));
  Y.applyUpdate(doc, rawUpdate({ client: 1, parts: [words({ behind: row(1) }, "x")] }));
  return doc;
}

const X = { client: 1, clock: 0 };
const isTaken = (...parts: Part[]) => judged(begun(), rawUpdate({ client: 5, parts })) !== null;
const put = (where: Where) => words(where, "y");

type Step = Chance & { who: number; act: CardAct | "undo" | "redo"; isSent: boolean };
const step = fc.record<Step>({
  who: fc.nat(2),
  act: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(CARD_ACTS) as CardAct[])) },
    { weight: 2, arbitrary: fc.constantFrom("undo" as const, "undo" as const, "redo" as const) },
  ),
  isSent: fc.boolean(),
  at: fc.nat(99),
  length: fc.integer({ min: 1, max: 9 }),
  words: fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
  id: fc.constantFrom("a", "b", "c"),
});

/** What one person does, each step sent at once. */
const alone = (...steps: [act: Step["act"], at: number, length: number, words: string][]): Step[] =>
  steps.map(([act, at, length, words]) => ({ who: 0, act, isSent: true, at, length, words, id: "a" }));
const UNDO: Parameters<typeof alone>[number] = ["undo", 0, 1, "-"];

/** Words go, then what they stood in; that comes back, something is written there, and the words come back. */
const PUT_BACK = alone(
  ["paragraph", 0, 1, "seven"],
  ["eraseWords", 29, 2, "-"],
  ["dropNode", 0, 1, "-"],
  UNDO,
  ["words", 57, 1, " "],
  UNDO,
  UNDO,
);
/** The same, of words that had been taken back and done again before, so that they come back turned. */
const TURNED = alone(
  ["quotation", 0, 1, " "],
  ["words", 0, 1, "  "],
  UNDO,
  ["redo", 0, 1, "-"],
  ["eraseWords", 53, 1, "-"],
  ["dropNode", 0, 1, "-"],
  UNDO,
  UNDO,
);

const HERE = Symbol("edited here");

/** What one person has of a card, with their own steps back and forward. */
class Window {
  readonly doc: Y.Doc;
  readonly #server: Y.Doc;
  readonly #steps: Y.UndoManager;

  constructor(server: Y.Doc, clientId: number, doc = emptyCard()) {
    this.doc = doc;
    this.#server = server;
    this.doc.clientID = clientId;
    const roots = rootsOf(this.doc).map(({ type }) => type);
    this.#steps = new Y.UndoManager(roots, { trackedOrigins: new Set([HERE]), captureTimeout: 0 });
  }

  take({ act, ...chance }: Step): void {
    if (act === "undo") this.#steps.undo();
    else if (act === "redo") this.#steps.redo();
    else this.doc.transact(() => CARD_ACTS[act](this.doc, chance), HERE);
  }

  /** Sends what the server lacks, unless it is refused, also tried on a copy; and takes what is missing here. */
  exchange(): boolean {
    const update = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.#server));
    if (!judged(this.#server, update)) return false;
    tryOnCopy(this.#server, update, () => {});
    Y.applyUpdate(this.#server, update);
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#server, Y.encodeStateVector(this.doc)));
    return true;
  }
}

describe("the neighbours that an update names", () => {
  test.each<[string, boolean, Part[]]>([
    ["side by side", true, [put({ behind: row(0), before: row(1) })]],
    ["with a colleague's letter between", true, [put({ behind: row(1), before: row(2) })]],
    ["before the colleague's letter", true, [put({ behind: row(1), before: X })]],
    ["at the end", true, [put({ behind: row(3) })]],
    ["with the letter between behind which the right one stands", false, [put({ behind: row(0), before: X })]],
    ["with a letter between of the right one's piece", false, [put({ behind: X, before: row(3) })]],
    ["with a letter between of the left one's piece", false, [put({ behind: row(0), before: row(2) })]],
    ["at the end, the left one being in the middle", true, [put({ behind: row(1) })]],
    [
      "behind a new letter, which was put before another one",
      false,
      [put({ behind: row(0), before: row(1) }), put({ behind: own(0), before: X })],
    ],
    [
      "the end behind a new letter, which was not put there",
      false,
      [put({ behind: row(0), before: row(1) }), put({ behind: own(0) })],
    ],
    [
      "a new letter behind which another one was put",
      true,
      [put({ behind: row(3) }), put({ behind: own(0) }), put({ behind: own(0), before: own(1) })],
    ],
    [
      "a new letter, and one before what that stands behind",
      false,
      [put({ behind: row(2), before: row(3) }), put({ behind: row(1), before: own(0) })],
    ],
  ])("[RT157] %s: taken is %s", (_where, taken, parts) => expect(isTaken(...parts)).toBe(taken));

  test("[RT157] are such that a card reads alike in whatever order it arrives, whoever wrote what where", () => {
    const holds = (all: readonly Placing[], isNested: boolean) => {
      const into = (doc: Y.Doc) => (isNested ? insideOf(doc) : doc.getText("gaps"));
      const [{ doc }, { doc: reversed }] = [withParagraph(), withParagraph()];
      const taken: Uint8Array[] = [];
      for (const placing of all) {
        const update = placed(doc, placing, into(doc));
        if (!judged(doc, update)) continue;
        taken.push(update);
        Y.applyUpdate(doc, update);
      }
      const opened = emptyCard();
      Y.applyUpdate(opened, Y.encodeStateAsUpdate(doc));
      for (const update of taken.toReversed()) Y.applyUpdate(reversed, update);
      const [words, ...others] = [doc, opened, reversed].map((one) => into(one).toString());
      expect(others).toEqual([words, words]);
    };
    fc.assert(fc.property(fc.array(placings(4), { maxLength: 40, size: "max" }), fc.boolean(), holds), {
      numRuns: 1_000,
    });
  });

  test("[RT157] are true in all that people write, undo and do again, also late; it reads alike for all, and for who opens it", () => {
    const holds = (all: readonly Step[]) => {
      const doc = emptyCard();
      const windows = [11, 22, 33].map((clientId) => new Window(doc, clientId));
      for (const one of all) {
        windows[one.who]?.take(one);
        if (one.isSent) for (const window of windows) expect(window.exchange()).toBe(true);
      }
      for (const window of [...windows, ...windows]) expect(window.exchange()).toBe(true);
      const opened = emptyCard();
      Y.applyUpdate(opened, Y.encodeStateAsUpdate(doc));
      const card = readCard(doc);
      for (const one of [opened, ...windows.map(({ doc }) => doc)]) expect(readCard(one)).toEqual(card);
    };
    fc.assert(fc.property(fc.array(step, { maxLength: 60, size: "max" }), holds), {
      examples: [[PUT_BACK], [TURNED]],
      numRuns: 500,
    });
  });

  test("[RT157] are false where a document that is nothing but Yjs undoes so, and refused", () => {
    const stock = new Window(emptyCard(), 11, new Y.Doc());
    const sent = TURNED.map((one) => {
      stock.take(one);
      return stock.exchange();
    });
    expect(sent).toContain(false);
  });

  test.each([true, false])(
    "[RT157] are both there: beside one that was deleted a moment before nothing is put (in the rationale: %s)",
    (isNested) => {
      const { doc, inside } = withParagraph();
      const text = isNested ? inside : doc.getText("gaps");
      text.insert(0, "ab");
      const gone = new Y.XmlElement("paragraph");
      gone.insert(0, [new Y.XmlText("gone")]);
      doc.getXmlFragment("rationale").insert(1, [gone]);
      const [first, lost] = [text._start?.id, (gone.get(0) as Y.XmlText)._start?.id];
      if (!first || !lost) throw new Error("Nothing was written.");
      const into: [string, Part[]][] = [
        ["between", [words({ behind: first, before: lost }, "x")]],
        [
          "behind something new",
          [
            put({ behind: first, before: { ...first, clock: first.clock + 1 } }),
            words({ behind: own(0), before: lost }, "x"),
          ],
        ],
        ["behind it", [words({ behind: lost, before: first }, "x")]],
      ];
      const taken = () => into.filter(([, parts]) => judged(doc, rawUpdate({ client: 5, parts })) !== null);
      doc.transact(() => {
        doc.getXmlFragment("rationale").delete(1, 1);
        expect(taken()).toEqual([]);
      });
      expect(taken()).toEqual([]);
    },
  );
});
