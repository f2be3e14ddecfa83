import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { busy, held } from "#server/collab/busy.fixture.ts";
import { addsSomething, checkUpdate, hasPending } from "#server/collab/guard.ts";
import {
  element,
  gone,
  type Part,
  type Run,
  rawUpdate,
  skipped,
  value,
  values,
  words,
} from "#server/collab/raw-update.fixture.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };
const code = (expected: number) => expect.objectContaining({ name: "Refusal", code: expected });
const CLIENT = 9;
const letter = words({ root: "gaps" }, "x");

/** Judges an update for a card with a few words on it; the card has to be the same afterwards. */
function judge(update: Uint8Array): void {
  const doc = emptyCard();
  doc.getText("gaps").insert(0, "some words");
  const before = Y.encodeStateAsUpdate(doc);
  try {
    checkUpdate(doc, update, anybody);
  } finally {
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(hasPending(doc)).toBe(false);
  }
}

describe("numbers in an update", () => {
  test("[RT124] an update by hand as Yjs writes it is taken, also what one member kept in 64 tabs", () => {
    judge(rawUpdate({ client: CLIENT, parts: [letter, gone(3)] }));
    judge(rawUpdate(...Array.from({ length: 64 }, (_, at) => ({ client: 100 + at, parts: [letter] }))));
  });

  test.each<[string, Run[]]>([
    ["a length of 2^52", [{ client: CLIENT, parts: [gone(2 ** 52)] }]],
    ["a clock of 2^41", [{ client: CLIENT, clock: 2 ** 41, parts: [letter] }]],
    ["a length that no typing makes", [{ client: CLIENT, parts: [gone(2 ** 20 + 1)] }]],
    ["a client id of 33 bits", [{ client: 2 ** 32, parts: [letter] }]],
    ["more parts than a message of typing holds", [{ client: CLIENT, parts: Array<Part>(20_001).fill(gone(1)) }]],
    [
      "one letter of each of 65 clients",
      Array.from({ length: 65 }, (_, at) => ({ client: 100 + at, parts: [letter] })),
    ],
    [
      "the same client twice, with a gap between",
      [
        { client: CLIENT, parts: [letter] },
        { client: CLIENT, clock: 5, parts: [letter] },
      ],
    ],
    [
      "a client again after another one",
      [
        { client: CLIENT, parts: [letter] },
        { client: 8, parts: [letter] },
        { client: CLIENT, clock: 1, parts: [letter] },
      ],
    ],
  ])("[RT124] %s is refused", (_what, runs) => {
    expect(() => judge(rawUpdate(...runs))).toThrow(code(4400));
  });

  test("[RT53] an update that says that it leaves something out asks for a new start", () => {
    const update = rawUpdate({ client: CLIENT, parts: [letter, skipped(4), letter] });
    expect(() => judge(update)).toThrow(code(4509));
  });
});

describe("places in an update", () => {
  test.each<[string, Part[]]>([
    ["stands behind itself", [words({ behind: { client: CLIENT, clock: 0 } }, "x")]],
    ["stands behind what comes after it", [words({ behind: { client: CLIENT, clock: 1 } }, "x"), letter]],
    ["stands inside itself", [element({ inside: { client: CLIENT, clock: 0 } }, "blockquote")]],
    ["goes into a plain value", [letter, words({ inside: { client: CLIENT, clock: 0 } }, "x")]],
    ["goes under a key of a text", [words({ root: "gaps", key: "x" }, "x")]],
  ])("[RT54] a part that %s is refused", (_what, parts) => {
    expect(() => judge(rawUpdate({ client: CLIENT, parts }))).toThrow(code(4400));
  });

  test("[RT54] two parts that each stand inside the other are refused", () => {
    const inside = (client: number) => element({ inside: { client, clock: 0 } }, "blockquote");
    const update = rawUpdate({ client: 9, parts: [inside(8)] }, { client: 8, parts: [inside(9)] });
    expect(() => judge(update)).toThrow(code(4400));
  });

  test.each<[string, Part]>([
    ["behind", words({ behind: { client: CLIENT, clock: 7 } }, "x")],
    ["before", words({ before: { client: CLIENT, clock: 7 } }, "x")],
    ["inside", words({ inside: { client: CLIENT, clock: 7 } }, "x")],
    ["behind, at another client's,", words({ behind: { client: 8, clock: 7 } }, "x")],
  ])(
    "[RT52] a part that is there already, but is said to stand %s something that is not, is refused",
    (_where, part) => {
      const doc = emptyCard();
      Y.applyUpdate(doc, rawUpdate({ client: CLIENT, parts: [letter] }));
      const update = rawUpdate({ client: CLIENT, parts: [part, words({ behind: { client: CLIENT, clock: 0 } }, "y")] });
      expect(() => checkUpdate(doc, update, anybody)).toThrow(expect.objectContaining({ name: "Refusal" }));
    },
  );

  const inRationale = (doc: Y.Doc) => {
    const paragraph = new Y.XmlElement("paragraph");
    doc.getXmlFragment("rationale").insert(0, [paragraph]);
    const text = new Y.XmlText("words");
    paragraph.insert(0, [text]);
    return text._start?.id ?? null;
  };
  const begun = () => {
    const doc = emptyCard();
    const elsewhere = inRationale(doc) as Y.ID;
    Y.applyUpdate(doc, rawUpdate({ client: 8, parts: [words({ root: "gaps" }, "ab")] }));
    Y.applyUpdate(doc, rawUpdate({ client: CLIENT, parts: [words({ behind: { client: 8, clock: 0 } }, "l")] }));
    return {
      doc,
      elsewhere,
      judge: (part: Part) => checkUpdate(doc, rawUpdate({ client: CLIENT, parts: [part] }), anybody),
    };
  };

  test("[RT52] the rest of a part that is there is taken where that stands, and refused anywhere else", () => {
    const { doc, elsewhere, judge } = begun();
    expect(judge(words({ behind: { client: 8, clock: 0 } }, "lx"))).toMatchObject({ clients: [CLIENT] });
    const places = [
      { behind: elsewhere },
      { behind: { client: 8, clock: 1 } },
      { behind: { client: 8, clock: 0 }, before: { client: 8, clock: 1 } },
      { root: "verdict" },
    ];
    for (const place of places) expect(() => judge(words(place, "lx"))).toThrow(code(4400));
    doc.getText("gaps").insert(3, "behind it");
    expect(judge(words({ behind: { client: 8, clock: 0 } }, "lx")).tangled).toBe(1);
  });

  test("[RT52] the rest of the first part of a text is refused in another text", () => {
    const doc = emptyCard();
    const elsewhere = inRationale(doc) as Y.ID;
    Y.applyUpdate(doc, rawUpdate({ client: CLIENT, parts: [letter] }));
    const judge = (part: Part) => checkUpdate(doc, rawUpdate({ client: CLIENT, parts: [part] }), anybody);
    expect(judge(words({ root: "gaps" }, "xy"))).toMatchObject({ clients: [CLIENT] });
    for (const place of [{ root: "verdict" }, { before: elsewhere }])
      expect(() => judge(words(place, "xy"))).toThrow(code(4400));
  });

  const claimant = (...all: string[]) => values({ root: "fields", key: "claimant" }, all);
  const language = values({ root: "fields", key: "language" }, ["l"]);
  const paragraph = element({ root: "rationale" }, "paragraph");
  test.each<[string, Part[], Part]>([
    [
      "in another text",
      [words({ root: "gaps" }, "a"), words({ root: "verdict" }, "v")],
      words({ root: "gaps" }, "avy"),
    ],
    ["in the rationale", [words({ root: "gaps" }, "a"), paragraph], words({ root: "gaps" }, "apy")],
    ["under another key", [claimant("c"), language], claimant("c", "l", "y")],
  ])("[RT52] the rest of a part is refused where the last of its client stands %s", (_where, before, rest) => {
    const doc = emptyCard();
    Y.applyUpdate(doc, rawUpdate({ client: CLIENT, parts: before }));
    expect(() => checkUpdate(doc, rawUpdate({ client: CLIENT, parts: [rest] }), anybody)).toThrow(code(4400));
  });

  test("[RT53] the rest of a part asks for a new start where the last of its client is gone", () => {
    const doc = emptyCard();
    const citation = element({ inside: { client: CLIENT, clock: 1 } }, "citation");
    Y.applyUpdate(doc, rawUpdate({ client: CLIENT, parts: [words({ root: "gaps" }, "a"), paragraph, citation] }));
    doc.getXmlFragment("rationale").delete(0, 1);
    const rest = rawUpdate({ client: CLIENT, parts: [words({ root: "gaps" }, "apcy")] });
    expect(() => checkUpdate(doc, rest, anybody)).toThrow(code(4509));
  });

  test("[RT53] the rest of a part that is gone asks for a new start", () => {
    const doc = emptyCard();
    Y.applyUpdate(doc, rawUpdate({ client: CLIENT, parts: [gone(1)] }));
    const rest = rawUpdate({ client: CLIENT, parts: [words({ root: "gaps" }, "lx")] });
    expect(() => checkUpdate(doc, rest, anybody)).toThrow(code(4509));
  });

  test("[RT49] neighbours that stand the other way round are refused, in one piece, in several and in the update", () => {
    const doc = emptyCard();
    Y.applyUpdate(doc, rawUpdate({ client: 8, parts: [words({ root: "gaps" }, "abcd")] }));
    doc.getText("gaps").insert(2, "x");
    const at = (clock: number) => ({ client: 8, clock });
    const judged = (...parts: Part[]) => checkUpdate(doc, rawUpdate({ client: CLIENT, parts }), anybody);
    expect(judged(words({ behind: at(0), before: at(1) }, "y")).tangled).toBe(0);
    expect(judged(words({ behind: at(1), before: at(2) }, "y")).tangled).toBeGreaterThan(0);
    for (const [behind, before] of [
      [1, 0],
      [1, 1],
      [2, 1],
      [3, 0],
    ] as const)
      expect(() => judged(words({ behind: at(behind), before: at(before) }, "y"))).toThrow(code(4400));
    const first = words({ behind: at(0), before: at(1) }, "y");
    expect(judged(first, words({ behind: at(0), before: { client: CLIENT, clock: 0 } }, "z")).tangled).toBe(0);
    expect(() => judged(first, words({ behind: at(1), before: { client: CLIENT, clock: 0 } }, "z"))).toThrow(
      code(4400),
    );
  });

  test("[RT49] a value of a key that stands before another one is refused", () => {
    const doc = emptyCard();
    doc.getMap("fields").set("claimant", "somebody");
    const { client, clock } = doc.getMap("fields")._map.get("claimant")?.id ?? Y.createID(0, 0);
    const before = rawUpdate({
      client: CLIENT,
      parts: [values({ before: { client, clock } }, ["x"])],
    });
    expect(() => checkUpdate(doc, before, anybody)).toThrow(code(4400));
  });

  test("[RT54] a part that goes into a letter that is there is refused", () => {
    const { doc } = begun();
    const update = rawUpdate({ client: 6, parts: [words({ inside: { client: 8, clock: 0 } }, "x")] });
    expect(() => checkUpdate(doc, update, anybody)).toThrow(code(4400));
  });

  test("[RT52] a deletion of no letters is refused", () => {
    expect(() => judge(new Uint8Array([0, 1, CLIENT, 1, 0, 0]))).toThrow(code(4400));
  });

  test("[RT54] parts of two clients that stand behind each other are refused", () => {
    const behind = (client: number) => [words({ behind: { client, clock: 0 } }, "x")];
    const circle = rawUpdate({ client: CLIENT, parts: behind(8) }, { client: 8, parts: behind(CLIENT) });
    expect(() => judge(circle)).toThrow(code(4400));
  });

  test("[RT53] a part whose neighbour is missing asks for a new start", () => {
    const update = rawUpdate({ client: CLIENT, parts: [words({ behind: { client: 8, clock: 4 } }, "x")] });
    expect(() => judge(update)).toThrow(code(4509));
  });
});

describe("what would take seconds or megabytes without the guard", () => {
  test("[RT125] a hundred times seven bytes that announce thirty million parts", () => {
    const bomb = new Uint8Array([1, 0x80, 0x87, 0xa7, 0x0e, 5, 0]);
    const doc = emptyCard();
    const before = held();
    const all = () => {
      for (let sent = 0; sent < 100; sent++) {
        expect(() => checkUpdate(doc, bomb, anybody)).toThrow(code(4400));
        expect(() => addsSomething(doc, bomb, "is nothing")).toThrow(code(4400));
      }
    };
    expect(busy(all)).toBeLessThan(1_000);
    expect(held() - before).toBeLessThan(64e6);
  });

  test("[RT125] two thousand edits of one kilobyte that each leave a gap", () => {
    const doc = emptyCard();
    const before = Y.encodeStateAsUpdate(doc);
    const all = () => {
      for (let sent = 1; sent <= 2_000; sent++) {
        const gap = rawUpdate({
          client: CLIENT,
          clock: sent * 2_000,
          parts: [words({ root: "gaps" }, "x".repeat(1_000))],
        });
        expect(() => checkUpdate(doc, gap, anybody)).toThrow(code(4509));
      }
    };
    expect(busy(all)).toBeLessThan(1_000);
    expect([hasPending(doc), Y.encodeStateAsUpdate(doc)]).toEqual([false, before]);
  });

  test("[RT125] ten thousand elements, each inside the one before", () => {
    const inside = (clock: number) => element({ inside: { client: CLIENT, clock } }, "blockquote");
    const nested = Array.from({ length: 9_999 }, (_, clock) => inside(clock));
    const update = rawUpdate({ client: CLIENT, parts: [element({ root: "rationale" }, "blockquote"), ...nested] });
    const once = () => expect(() => judge(update)).toThrow(code(4400));
    expect(busy(once)).toBeLessThan(1_000);
  });

  test("[RT125] elements of ten thousand clients, each inside the next one's", () => {
    const inside = (client: number): Run => ({
      client,
      parts: [
        element(client === 1 ? { root: "rationale" } : { inside: { client: client - 1, clock: 0 } }, "blockquote"),
      ],
    });
    const update = rawUpdate(...Array.from({ length: 10_000 }, (_, at) => inside(10_000 - at)));
    const once = () => expect(() => judge(update)).toThrow(code(4400));
    expect(busy(once)).toBeLessThan(1_000);
  });

  test("[RT125] lists in lists, a hundred thousand deep", () => {
    const bytes = new Uint8Array(200_001).map((_, at) => (at === 200_000 ? 126 : at % 2 === 0 ? 117 : 1));
    const update = rawUpdate({ client: CLIENT, parts: [value({ root: "fields", key: "labels" }, bytes)] });
    const once = () => expect(() => judge(update)).toThrow(code(4400));
    expect(busy(once)).toBeLessThan(1_000);
  });
});
