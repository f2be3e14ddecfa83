import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CardUndo } from "#app/card/undo.ts";
import { setField } from "#domain/card-edit.ts";
import { rootsOf, textRoot } from "#domain/card-roots.ts";

let mine: Y.Doc;
let theirs: Y.Doc;
let undo: CardUndo;

const write = (change: () => void) => mine.transact(change, "me");
const exchange = () => {
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine), "net");
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), "net");
};

beforeEach(() => {
  mine = new Y.Doc();
  theirs = new Y.Doc();
  for (const doc of [mine, theirs]) rootsOf(doc);
  setField(theirs, "claimant", "ministry");
  exchange();
  undo = new CardUndo(mine, "me", (id) => (id === theirs.clientID ? "Bo" : null));
});

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

  test("takes back only my words and leaves a colleague's between them", () => {
    write(() => textRoot(mine, "statement").insert(0, "mine"));
    exchange();
    textRoot(theirs, "statement").insert(2, "[Bo]");
    exchange();
    undo.undo();
    expect(textRoot(mine, "statement").toString()).toBe("[Bo]");
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
