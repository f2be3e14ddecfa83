import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readCard } from "#domain/card.ts";
import { type OpenCard, openCard, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";
import { addClaim } from "#server/collab/room-server.fixture.ts";

type Act = { who: number; act: (card: OpenCard) => void };

const who = fc.nat(2);
const at = fc.nat(1_000);
const id = fc.constantFrom("a", "b", "c");
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
const inside = (text: Y.Text | Y.XmlFragment, place: number) => place % (text.length + 1);

const acts = fc.oneof(
  fc.record({ at, words }).map(
    ({ at, words }) =>
      ({ doc }: OpenCard) =>
        doc.getText("gaps").insert(inside(doc.getText("gaps"), at), words),
  ),
  fc.record({ at, length: fc.integer({ min: 1, max: 4 }) }).map(({ at, length }) => ({ doc }: OpenCard) => {
    const text = doc.getText("gaps");
    const start = inside(text, at);
    text.delete(start, Math.min(length, text.length - start));
  }),
  fc.record({ id, words }).map(({ id, words }) => ({ doc }: OpenCard) => {
    const source = new Y.Map<unknown>();
    source.set("title", words);
    doc.getMap("sources").set(id, source);
  }),
  id.map(
    (id) =>
      ({ doc }: OpenCard) =>
        doc.getMap("sources").delete(id),
  ),
  fc.record({ at, words }).map(({ at, words }) => ({ doc }: OpenCard) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    const rationale = doc.getXmlFragment("rationale");
    rationale.insert(inside(rationale, at), [paragraph]);
  }),
  fc.constant(({ provider }: OpenCard) => provider.disconnect()),
  fc.constant(({ provider }: OpenCard) => provider.connect()),
  fc.constant(({ provider }: OpenCard) => provider.ws?.close()),
);

const histories: fc.Arbitrary<Act[]> = fc.array(fc.record({ who, act: acts }), { minLength: 5, maxLength: 40 });

test("[RT3] whatever three people do, connected or not, they and the server end with the same card", async () => {
  const desk = await startDesk();
  const converge = fc.asyncProperty(histories, async (history) => {
    const claimId = addClaim(desk, desk.caseId, desk.ada);
    const cards = [desk.ada, desk.bo, desk.ada].map((person) => openCard(desk.url, claimId, person));
    await Promise.all(cards.map((card) => card.synced()));
    for (const [step, { who, act }] of history.entries()) {
      if (cards[who]) act(cards[who]);
      if (step % 3 === 0) await new Promise(setImmediate);
    }
    for (const { provider } of cards) provider.connect();
    await Promise.all(cards.map((card) => card.saved()));
    const same = () => new Set(cards.map(({ doc }) => JSON.stringify(readCard(doc)))).size === 1;
    await until(same, "all see the same");
    expect(cards.map(({ closed }) => closed)).toEqual([null, null, null]);
    expect(JSON.stringify(desk.rooms.freeze(claimId).card)).toBe(JSON.stringify(cards[0] && readCard(cards[0].doc)));
    for (const card of cards) card.close();
  });
  await fc.assert(converge, { numRuns: 15, endOnFailure: true });
});
