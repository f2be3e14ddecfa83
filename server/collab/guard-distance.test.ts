import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { checkUpdate } from "#server/collab/guard.ts";
import { type Part, rawUpdate, value } from "#server/collab/raw-update.fixture.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };

describe("an update of many values under one key", () => {
  const NOTHING = { root: "fields", key: "claimant" };
  const given = (text: string) =>
    value(
      NOTHING,
      encoding.encode((encoder) => encoding.writeAny(encoder, text)),
    );
  const values = (client: number, count: number) => rawUpdate({ client, parts: Array<Part>(count).fill(given("x")) });
  const refused = expect.objectContaining({ kind: "too_costly", code: 4400 });

  test("[RT49] is refused what names none of them, in one update and beside those that are there", () => {
    const doc = emptyCard();
    expect(() => checkUpdate(doc, values(1, 302), anybody)).toThrow(refused);
    for (const client of [1, 2]) {
      const update = values(client, 151);
      checkUpdate(doc, update, anybody);
      Y.applyUpdate(doc, update);
    }
    expect(() => checkUpdate(doc, values(3, 1), anybody)).toThrow(refused);
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
