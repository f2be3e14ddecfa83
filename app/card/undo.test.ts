import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CardUndo } from "#app/card/undo.ts";
import { readCard } from "#domain/card.ts";
import { addSource, removeSource, setField, setSource } from "#domain/card-edit.ts";
import { rationaleRoot, rootsOf, textRoot } from "#domain/card-roots.ts";

let mine: Y.Doc;
let theirs: Y.Doc;
let undo: CardUndo;

const write = (change: () => void) => mine.transact(change, "me");
const exchange = () => {
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine), "net");
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), "net");
};

const paragraphWith = (words: string) => {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
};
const textOf = (doc: Y.Doc, at = 0) => (rationaleRoot(doc).get(at) as Y.XmlElement).get(0) as Y.XmlText;

const SIDES = ["me", "them"] as const;

/** Yjs orders by client id what happens at one place at the same moment, so tests say who has the lower one. */
const open = (lower: (typeof SIDES)[number] = "me") => {
  mine = new Y.Doc();
  theirs = new Y.Doc();
  mine.clientID = lower === "me" ? 1 : 3;
  theirs.clientID = 2;
  for (const doc of [mine, theirs]) rootsOf(doc);
  setField(theirs, "claimant", "ministry");
  exchange();
  undo = new CardUndo(mine, "me", (id) => (id === theirs.clientID ? "Bo" : null));
};
beforeEach(() => open());

describe("undo on a card", () => {
  test("a change of field is a step of its own, however fast", () => {
    write(() => textRoot(mine, "statement").insert(0, "a"));
    write(() => textRoot(mine, "statement").insert(1, "b"));
    write(() => textRoot(mine, "gaps").insert(0, "c"));
    expect(undo.undo()).toMatchObject({ done: true, place: "gaps" });
    expect(textRoot(mine, "statement").toString()).toBe("ab");
    expect(undo.undo()).toMatchObject({ done: true, place: "statement" });
    expect(textRoot(mine, "statement").toString()).toBe("");
  });

  test("a transaction that changes nothing does not split what is typed", () => {
    write(() => textRoot(mine, "statement").insert(0, "a"));
    write(() => {});
    write(() => textRoot(mine, "statement").insert(1, "b"));
    undo.undo();
    expect(textRoot(mine, "statement").toString()).toBe("");
  });

  test.each([
    ["beside what came back", ""],
    ["beside what had gone before", "x"],
  ])("puts words back where they stood, %s in a paragraph that came back and was written in [ED1]", (_where, typo) => {
    const step = (change: () => void) => {
      undo.split();
      write(change);
    };
    const root = rationaleRoot(mine);
    step(() => root.insert(0, [paragraphWith("the board's own bulletin")]));
    step(() => textOf(mine).insert(6, typo));
    step(() => textOf(mine).delete(6, typo.length));
    step(() => textOf(mine).delete(6, 7));
    step(() => root.delete(0, 1));
    undo.undo();
    step(() => textOf(mine).insert(5, "!"));
    expect(textOf(mine).toString()).toBe("the b!own bulletin");
    undo.undo();
    undo.undo();
    expect(textOf(mine).toString()).toBe("the board's own bulletin");
  });

  test("takes back only my words and leaves a colleague's between them", () => {
    write(() => textRoot(mine, "statement").insert(0, "mine"));
    exchange();
    textRoot(theirs, "statement").insert(2, "[Bo]");
    exchange();
    undo.undo();
    expect(textRoot(mine, "statement").toString()).toBe("[Bo]");
  });

  test("names nobody for what another one changed in the same moment", () => {
    write(() => setField(mine, "claimant", "army"));
    exchange();
    const chens = new Y.Doc();
    Y.applyUpdate(chens, Y.encodeStateAsUpdate(mine));
    setField(chens, "claimant", "police");
    setField(theirs, "outlet", "The Daily");
    const takeBoth = () => {
      for (const doc of [theirs, chens]) Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
    };
    Y.transact(mine, takeBoth, "net", false);
    expect(undo.undo()).toEqual({ done: false, place: "fields/claimant", by: null });
  });

  test("does nothing, and names who, when somebody changed it after me", () => {
    write(() => textRoot(mine, "gaps").insert(0, "earlier"));
    write(() => setField(mine, "claimant", "army"));
    exchange();
    setField(theirs, "claimant", "police");
    exchange();
    expect(undo.undo()).toEqual({ done: false, place: "fields/claimant", by: "Bo" });
    expect(mine.getMap("fields").get("claimant")).toBe("police");
    expect(textRoot(mine, "gaps").toString()).toBe("earlier");
    expect(undo.undo()).toMatchObject({ done: true, place: "gaps" });
  });

  test("redo brings a step back", () => {
    write(() => setField(mine, "claimant", "army"));
    undo.undo();
    expect(mine.getMap("fields").get("claimant")).toBe("ministry");
    expect(undo.redo()).toMatchObject({ done: true, place: "fields/claimant" });
    expect(mine.getMap("fields").get("claimant")).toBe("army");
    expect(undo.redo()).toBeNull();
  });
});

describe("undo where a colleague has gone on with what I began", () => {
  test("takes my words out of a paragraph and leaves theirs in it", () => {
    write(() => rationaleRoot(mine).insert(0, [paragraphWith("Ana began. ")]));
    exchange();
    textOf(theirs).insert(11, "Bo wrote that.");
    exchange();
    expect(undo.undo()).toMatchObject({ done: true, place: "rationale" });
    exchange();
    for (const doc of [mine, theirs]) expect(textOf(doc).toString()).toBe("Bo wrote that.");
    undo.redo();
    expect(textOf(mine).toString()).toBe("Ana began. Bo wrote that.");
  });

  test("keeps a paragraph that I made and they filled, and names them", () => {
    write(() => rationaleRoot(mine).insert(0, [new Y.XmlElement("paragraph")]));
    exchange();
    (rationaleRoot(theirs).get(0) as Y.XmlElement).insert(0, [new Y.XmlText("Bo wrote that.")]);
    exchange();
    expect(undo.undo()).toEqual({ done: false, place: "rationale", by: "Bo" });
    expect(textOf(mine).toString()).toBe("Bo wrote that.");
  });

  test("keeps a source whole that I added and they filled, and names them", () => {
    write(() => addSource(mine, "s0", { stance: "supports" }));
    undo.split();
    write(() => addSource(mine, "s1", { stance: "refutes" }));
    exchange();
    setSource(theirs, "s1", "quote", "Bo wrote that.");
    exchange();
    const before = readCard(mine).sources;
    expect(undo.undo()).toEqual({ done: false, place: "sources/s1", by: "Bo" });
    expect(readCard(mine).sources).toEqual(before);
    expect(undo.undo()).toMatchObject({ done: true, place: "sources/s0" });
  });

  test("keeps such a source also after I had removed it and brought it back", () => {
    write(() => addSource(mine, "s1", { stance: "refutes" }));
    exchange();
    setSource(theirs, "s1", "quote", "Bo wrote that.");
    exchange();
    const before = readCard(mine).sources;
    undo.split();
    write(() => removeSource(mine, "s1"));
    expect(undo.undo()).toMatchObject({ done: true });
    expect(undo.undo()).toMatchObject({ done: false });
    expect(readCard(mine).sources).toEqual(before);
  });

  test("a source that nobody else has touched goes, and comes back whole", () => {
    write(() => addSource(mine, "s1", { stance: "refutes", quote: "mine" }));
    const before = readCard(mine).sources;
    undo.undo();
    expect(readCard(mine).sources).toEqual([]);
    undo.redo();
    expect(readCard(mine).sources).toEqual(before);
    undo.undo();
    expect(readCard(mine).sources).toEqual([]);
  });

  test("keeps a source that they filled also where I had put it in the place of another one", () => {
    write(() => addSource(mine, "s1", { stance: "supports" }));
    undo.split();
    write(() => addSource(mine, "s1", { stance: "refutes" }));
    exchange();
    setSource(theirs, "s1", "quote", "Bo wrote that.");
    exchange();
    const before = readCard(mine).sources;
    expect(undo.undo()).toEqual({ done: false, place: "sources/s1", by: "Bo" });
    expect(readCard(mine).sources).toEqual(before);
  });

  test("puts no older value of mine over theirs, also where my undo has brought theirs back [ED1]", () => {
    write(() => setField(mine, "claimant", "army"));
    undo.split();
    write(() => setField(mine, "claimant", "navy"));
    exchange();
    setField(theirs, "claimant", "police");
    exchange();
    undo.split();
    write(() => setField(mine, "claimant", "guard"));
    expect(undo.undo()).toMatchObject({ done: true });
    expect(undo.undo()).toMatchObject({ done: false, place: "fields/claimant" });
    expect(mine.getMap("fields").get("claimant")).toBe("police");
  });

  test.each(SIDES)("tells words apart that came back side by side, %s with the lower id [ED1]", (lower) => {
    open(lower);
    write(() => rationaleRoot(mine).insert(0, [paragraphWith("Ana began. ")]));
    exchange();
    textOf(theirs).insert(11, "Bo wrote that.");
    exchange();
    undo.split();
    write(() => rationaleRoot(mine).delete(0));
    undo.undo();
    expect(textOf(mine).toString()).toBe("Ana began. Bo wrote that.");
    undo.undo();
    expect(textOf(mine).toString()).toBe("Bo wrote that.");
  });

  test("brings nothing back into a paragraph that they removed, and goes on with what I did before", () => {
    write(() => rationaleRoot(mine).insert(0, [paragraphWith("Ana began.")]));
    undo.split();
    write(() => textOf(mine).delete(0, 4));
    undo.split();
    write(() => textOf(mine).insert(0, "She "));
    undo.split();
    write(() => rationaleRoot(mine).delete(0));
    undo.undo();
    undo.undo();
    write(() => textRoot(mine, "statement").insert(0, "mine"));
    exchange();
    rationaleRoot(theirs).delete(0);
    exchange();
    expect(undo.undo()).toMatchObject({ done: true, place: "statement" });
    expect(undo.undo()).toMatchObject({ done: false, place: "rationale" });
    expect(undo.undo()).toMatchObject({ done: false, place: "rationale" });
    expect(undo.undo()).toBeNull();
  });

  test("takes all of my words also where they wrote between them after I had brought them back", () => {
    write(() => textRoot(mine, "statement").insert(0, "mine"));
    undo.split();
    write(() => textRoot(mine, "statement").delete(0, 4));
    undo.undo();
    exchange();
    textRoot(theirs, "statement").insert(2, "[Bo]");
    exchange();
    undo.undo();
    expect(textRoot(mine, "statement").toString()).toBe("[Bo]");
  });

  test("[ED1] whatever two people do, my undo removes no character that the other typed", () => {
    const property = fc.property(anyone, fc.array(anyAct, { maxLength: 40 }), (lower, acts) => {
      open(lower);
      let next = 0xe000;
      for (const { who, act, at, told } of acts) {
        const [doc, letter] = who === "me" ? [mine, "m"] : [theirs, String.fromCharCode(next++)];
        if (act !== "undo") doc.transact(() => ACTS[act](doc, letter, at), who);
        else {
          const before = theirLetters();
          undo.undo();
          expect(theirLetters()).toEqual(expect.arrayContaining(before));
        }
        if (told) exchange();
        if (at % 2 === 0) undo.split();
      }
    });
    fc.assert(property, { numRuns: 500 });
  });
});

const ACTS = {
  setClaimant: (doc: Y.Doc, letter: string) => setField(doc, "claimant", letter),
  writeStatement: (doc: Y.Doc, letter: string, at: number) => {
    const text = textRoot(doc, "statement");
    text.insert(at % (text.length + 1), letter);
  },
  addParagraph: (doc: Y.Doc, letter: string, at: number) => {
    const all = rationaleRoot(doc);
    all.insert(at % (all.length + 1), [paragraphWith(letter)]);
  },
  writeParagraph: (doc: Y.Doc, letter: string, at: number) => {
    const all = rationaleRoot(doc);
    if (all.length === 0) return;
    const text = textOf(doc, at % all.length);
    text.insert(at % (text.length + 1), letter);
  },
  removeParagraph: (doc: Y.Doc, _letter: string, at: number) => {
    const all = rationaleRoot(doc);
    if (all.length > 0) all.delete(at % all.length);
  },
  addSource: (doc: Y.Doc, _letter: string, at: number) => addSource(doc, `s${at % 3}`),
  quoteSource: (doc: Y.Doc, letter: string, at: number) => setSource(doc, `s${at % 3}`, "quote", letter),
  removeSource: (doc: Y.Doc, _letter: string, at: number) => removeSource(doc, `s${at % 3}`),
};

const anyone = fc.constantFrom(...SIDES);
const anyAct = fc.record({
  who: anyone,
  act: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[]), "undo" as const),
  at: fc.nat({ max: 60 }),
  told: fc.boolean(),
});

/** The other person's characters on my card: each is drawn once, from the private use area. */
function theirLetters(): string[] {
  return [...JSON.stringify(readCard(mine))].filter((one) => one >= "\ue000" && one < "\uf900");
}
