import { expect, test } from "vitest";
import { cardOf } from "#db/queries/claims.ts";
import { openCard, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/room-server.fixture.ts";

test("two people who type at once see the same text, and the tables follow", async () => {
  const desk = await startDesk();
  const ada = openCard(desk.url, desk.claimId, desk.ada);
  const bo = openCard(desk.url, desk.claimId, desk.bo);
  await Promise.all([ada.synced(), bo.synced()]);
  ada.doc.getText("statement").insert(7, ", said Ada");
  bo.doc.getText("statement").insert(0, "Bo: ");
  await Promise.all([ada.saved(), bo.saved()]);
  await until(() => ada.text() === bo.text(), "both see the same");
  expect(ada.text()).toBe("Bo: A claim, said Ada");
  await until(() => cardOf(desk.db, desk.claimId)?.statement === ada.text(), "the table follows");
  ada.close();
  bo.close();
  await desk.stop();
});
