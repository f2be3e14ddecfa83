import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { type Card, readCard } from "#domain/card.ts";
import { diffCards } from "#domain/card-diff.ts";
import { cardNames } from "#domain/card-names.ts";
import { byPart } from "#domain/card-parts.ts";
import { contentHash } from "#domain/content.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { diffSides } from "#domain/side-diff.ts";
import { CARD_ACTS, type CardAct, type Chance } from "#server/collab/card-acts.fixture.ts";
import { restoreCard, restorePart } from "#server/past/restore.ts";

type Act = Chance & { act: CardAct };

const acts = fc.array(
  fc.record({
    act: fc.constantFrom(...(Object.keys(CARD_ACTS) as CardAct[])),
    at: fc.nat(999),
    length: fc.integer({ min: 1, max: 9 }),
    words: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    id: fc.constantFrom("a", "b", "c"),
  }),
  { minLength: 1, maxLength: 40, size: "max" },
);

const acted = (...list: [act: CardAct, at: number, length: number, words: string][]): Act[] =>
  list.map(([act, at, length, words]) => ({ act, at, length, words, id: "a" }));
/** What leaves marks in a text that change nothing. */
const LEFT_MARKS: [Act[], Act[]] = [
  acted(["paragraph", 0, 1, "  "], ["words", 449, 1, "  𐀀 "]),
  acted(["words", 54, 1, "!𐀀 𐀀"], ["format", 233, 3, " "]),
];

function carryOut(doc: Y.Doc, list: readonly Act[]): void {
  for (const { act, ...chance } of list) doc.transact(() => CARD_ACTS[act](doc, chance));
}

/** A card after some edits, and the same card after some more. */
function thenAndNow(before: readonly Act[], since: readonly Act[]) {
  const [then, now] = [emptyCard(), emptyCard()];
  carryOut(then, before);
  Y.applyUpdate(now, Y.encodeStateAsUpdate(then));
  carryOut(now, since);
  return { then, now };
}

test("[HI11] whatever was written since, restoring gives the card of then, with its hash", () => {
  fc.assert(
    fc.property(acts, acts, (before, since) => {
      const { then, now } = thenAndNow(before, since);
      now.transact(() => restoreCard(now, then));
      expect(readCard(now)).toEqual(readCard(then));
      expect(contentHash(readCard(now))).toBe(contentHash(readCard(then)));
    }),
    { examples: [LEFT_MARKS], numRuns: 300 },
  );
});

const partsBetween = (one: Card, other: Card) => {
  const names = cardNames(one, other, { scale: null });
  const fields = [...diffCards(one, other, names), ...diffSides(one, other, names).fields];
  return byPart(fields, names).map(({ part }) => part);
};

test("[HI10] each part that differs is restored by itself, and nothing else with it", () => {
  fc.assert(
    fc.property(acts, acts, fc.nat(), (before, since, which) => {
      const { then, now } = thenAndNow(before, since);
      const parts = partsBetween(readCard(then), readCard(now));
      const part = parts[which % parts.length];
      if (part === undefined) return;
      now.transact(() => restorePart(now, then, part));
      const left = partsBetween(readCard(then), readCard(now));
      // The name of a claimant comes with whether somebody confirmed it.
      const gone = part === "claimant" ? [part, "claimantGuessed"] : [part];
      expect(left).toEqual(parts.filter((one) => !gone.includes(one)));
    }),
    { numRuns: 300 },
  );
});

test("[HI14] words that are in both stay the same words, so that they keep their authors", () => {
  const then = emptyCard();
  then.getText("gaps").insert(0, "Nobody has counted the cold stores.");
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("The bulletin says 120.")]);
  then.getXmlFragment("rationale").insert(0, [paragraph]);
  const now = new Y.Doc();
  Y.applyUpdate(now, Y.encodeStateAsUpdate(then));
  now.getText("gaps").insert(11, "yet ");
  const run = (now.getXmlFragment("rationale").get(0) as Y.XmlElement).get(0) as Y.XmlText;
  run.insert(18, "1");
  const written = now.clientID;
  let made = 0;
  now.on("update", (update: Uint8Array) => {
    for (const [client, to] of Y.parseUpdateMeta(update).to) if (client === written) made = to;
  });
  const before = Y.getState(now.store, written);
  now.transact(() => restoreCard(now, then));
  expect(readCard(now)).toEqual(readCard(then));
  expect(made - before).toBeLessThan(10);
});
