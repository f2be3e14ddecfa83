import { expect, test } from "vitest";
import { readCard } from "#domain/card.ts";
import { CARD_FULL } from "#domain/protocol.ts";
import { type OpenCard, openCard, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";

async function type(card: OpenCard, words: string): Promise<void> {
  card.doc.getText("gaps").insert(0, words);
  await card.saved();
}

test("[RT136] how full a card is, is known of an open and of a closed one, by its bytes and by its parts", async () => {
  const desk = await startDesk({ limits: { document: 40_000, documentStructs: 1_000 } });
  const fullness = () => desk.rooms.fullness(desk.claimId);
  const ada = openCard(desk.url, desk.claimId, desk.ada);
  await ada.synced();
  await type(ada, "x".repeat(19_000));
  ada.doc.getText("gaps").delete(0, 18_000);
  await type(ada, "y".repeat(15_000));
  expect(fullness()).toBeLessThan(0.5);
  await type(ada, "z".repeat(10_000));
  const open = fullness();
  expect(open).toBeGreaterThan(0.5);
  ada.close();
  await until(() => desk.live.roster(desk.caseId).length === 0, "the card is closed");
  expect(fullness()).toBeCloseTo(open, 1);

  const bo = openCard(desk.url, desk.claimId, desk.bo);
  await bo.synced();
  bo.doc.getText("gaps").delete(0, 25_000);
  await bo.saved();
  bo.doc.transact(() => {
    for (let part = 0; part < 600; part++) bo.doc.getText("verdict").insert(0, "v");
  });
  await bo.saved();
  expect(fullness()).toBeGreaterThan(0.5);
});

test("[RT136] each client id counts as ten parts", async () => {
  const desk = await startDesk({ limits: { documentStructs: 100 } });
  const tabs = [1, 2, 3].map(() => openCard(desk.url, desk.claimId, desk.ada));
  await Promise.all(tabs.map((one) => one.synced()));
  const before = desk.rooms.fullness(desk.claimId);
  for (const tab of tabs) await type(tab, "x");
  expect(desk.rooms.fullness(desk.claimId) - before).toBeCloseTo((3 * (1 + 10)) / 100);
});

test("[RT137] what does not fit is refused whole; all who load again see the same, and it fits once something is gone", async () => {
  const desk = await startDesk({ limits: { document: 3_000 } });
  const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
  await Promise.all([ada.synced(), bo.synced()]);
  await type(ada, "a".repeat(2_000));
  const before = desk.rooms.freeze(desk.claimId).card;
  ada.doc.getText("gaps").insert(1_000, "b".repeat(1_500));
  await until(() => ada.closed !== null, "it is refused");
  expect(ada.closed).toMatchObject({ code: 4403, reason: CARD_FULL });
  expect(ada.doc.getText("gaps").toString()).toContain("b".repeat(1_500));
  expect(ada.acknowledged).toBe(1);
  expect(desk.rooms.freeze(desk.claimId).card).toEqual(before);

  const again = openCard(desk.url, desk.claimId, desk.ada);
  await again.synced();
  for (const { doc } of [again, bo]) expect(readCard(doc)).toEqual(before);
  again.doc.getText("gaps").delete(0, 1_500);
  await again.saved();
  again.doc.getText("gaps").insert(500, "b".repeat(1_500));
  await again.saved();
  const now = `${"a".repeat(500)}${"b".repeat(1_500)}`;
  await until(() => bo.doc.getText("gaps").toString() === now, "Bo sees it");
  expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe(now);
});
