import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { checkUpdate } from "#server/collab/guard.ts";
import { type Part, rawUpdate, values } from "#server/collab/raw-update.fixture.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };

describe("an update of many values under one key", () => {
  const NOTHING = { root: "fields", key: "claimant" };
  const strays = (client: number, count: number) =>
    rawUpdate({ client, parts: Array<Part>(count).fill(values(NOTHING, ["x"])) });
  /** Yjs makes one part of all that is gone under a key, but where another one was set in between. */
  const setByTurns = (doc: Y.Doc, times: number) => {
    for (let time = 0; time < times; time++) {
      doc.getMap("fields").set("claimant", `letter ${time}`);
      doc.getMap("fields").set("saidWhere", `letter ${time}`);
    }
  };
  const refused = expect.objectContaining({ kind: "too_costly", code: 4400 });

  test("[RT49] is tried first when they name none of those that are there, and counted in any case", () => {
    const doc = emptyCard();
    expect(checkUpdate(doc, strays(1, 90), anybody)).toMatchObject({ tryFirst: false, tangled: (89 * (2 + 90)) / 2 });
    expect(checkUpdate(doc, strays(1, 110), anybody).tryFirst).toBe(true);
    setByTurns(doc, 10);
    expect(checkUpdate(doc, strays(1, 1), anybody)).toMatchObject({ tryFirst: false, tangled: 10 });
    setByTurns(doc, 5_001);
    expect(checkUpdate(doc, strays(1, 1), anybody)).toMatchObject({
      tryFirst: true,
      tangled: Number.POSITIVE_INFINITY,
    });
  });

  test("[RT49] is taken from somebody who was away while as many were set there", () => {
    const [doc, theirs] = [emptyCard(), emptyCard()];
    setByTurns(doc, 1);
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    const known = Y.encodeStateVector(theirs);
    for (const one of [doc, theirs]) setByTurns(one, 1_000);
    const update = Y.encodeStateAsUpdate(theirs, known);
    expect(checkUpdate(doc, update, anybody)).toMatchObject({ addsStructs: true, tangled: 2_000 });
    Y.applyUpdate(doc, update);
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    expect(doc.getMap("fields").toJSON()).toEqual(theirs.getMap("fields").toJSON());
  });

  test("[RT49] is refused a key that a card has no need of, in one update and beside those that are there", () => {
    const doc = emptyCard();
    const keyed = (count: number, from = 0) => {
      const theirs = emptyCard();
      for (let key = 0; key < count; key++) theirs.getMap("quotes").set(`q${from + key}`, {});
      return Y.encodeStateAsUpdate(theirs);
    };
    expect(() => checkUpdate(doc, keyed(2_001), anybody)).toThrow(refused);
    const most = keyed(2_000);
    checkUpdate(doc, most, anybody);
    Y.applyUpdate(doc, most);
    expect(() => checkUpdate(doc, keyed(1, 2_000), anybody)).toThrow(refused);
    expect(checkUpdate(doc, keyed(1), anybody).addsStructs).toBe(true);
  });

  test("[RT49] is taken what somebody typed letter by letter, in two fields at once, however long they were away", () => {
    const [doc, theirs] = [emptyCard(), emptyCard()];
    for (let letter = 0; letter < 2_000; letter++) {
      theirs.getMap("fields").set("claimant", `letter ${letter}`);
      theirs.getMap("fields").set("claimantGuessed", false);
    }
    const update = Y.encodeStateAsUpdate(theirs);
    expect(checkUpdate(doc, update, anybody).addsStructs).toBe(true);
    Y.applyUpdate(doc, update);
    expect(doc.getMap("fields").get("claimant")).toBe("letter 1999");
  });
});
