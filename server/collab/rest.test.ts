import { expect, test } from "vitest";
import { openCard, openSynced, syncFrame, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";

async function atRest() {
  const desk = await startDesk({ beatMs: 20, restMs: 0 });
  const ada = openCard(desk.url, desk.claimId, desk.ada);
  await ada.synced();
  ada.doc.getText("gaps").insert(0, "Nobody counted.");
  await ada.saved();
  await until(() => desk.rooms.traffic().inMemory === 0, "the document is at rest");
  return { ...desk, adasCard: ada };
}

test("[RT140] a card that is open and at rest comes back with the first letter, and nobody notices", async () => {
  const { adasCard: ada, rooms, claimId } = await atRest();
  ada.doc.getText("gaps").insert(15, " Nobody asked.");
  await ada.saved();
  expect(rooms.freeze(claimId).card.gaps).toBe("Nobody counted. Nobody asked.");
  expect(ada.closed).toBeNull();
});

test("[RT140] whoever comes in to a card at rest gets all of it, and its document stays out of memory", async () => {
  const { url, claimId, bo, rooms } = await atRest();
  const card = openCard(url, claimId, bo);
  await card.synced();
  expect([card.text(), card.doc.getText("gaps").toString()]).toEqual(["A claim", "Nobody counted."]);
  expect(rooms.traffic()).toMatchObject({ rooms: 1, inMemory: 0 });
});

test("[RT140] while a card is at rest, its client ids still belong to whoever wrote under them", async () => {
  const { adasCard: ada, url, claimId, bo, rooms } = await atRest();
  const { doc, socket, closed } = await openSynced(url, claimId, bo);
  doc.clientID = ada.doc.clientID;
  doc.on("update", (update: Uint8Array) => socket.send(syncFrame(2, update)));
  doc.getText("gaps").insert(0, "In Ada's name: ");
  expect((await closed).code).toBe(4409);
  expect(rooms.freeze(claimId).card.gaps).toBe("Nobody counted.");
});

test("[RT140] a card at rest whose log is damaged is set aside when somebody edits it, and its last tables stay", async () => {
  const { adasCard: ada, claimId, sqlite, rooms } = await atRest();
  sqlite.exec("drop trigger updates_no_update");
  sqlite.prepare("update checkpoints set state = x'00' where claim_id = ?").run(claimId);
  sqlite.prepare("update updates set bytes = x'ff' where claim_id = ?").run(claimId);
  ada.doc.getText("gaps").insert(0, "More: ");
  await until(() => ada.closed !== null, "Ada is told");
  expect(ada.closed?.code).toBe(4423);
  expect(() => rooms.freeze(claimId)).toThrow("administrator");
  expect(sqlite.prepare("select card from cards where claim_id = ?").pluck().get(claimId)).toContain("Nobody counted.");
});
