import { expect, onTestFinished, test } from "vitest";
import { until } from "#server/collab/browser.fixture.ts";
import { Network } from "#server/collab/network.fixture.ts";
import type { Person } from "#server/collab/room-server.fixture.ts";
import { openStock } from "#server/collab/stock-client.fixture.ts";
import { World } from "#server/collab/world.fixture.ts";

test("[RT113] after a restart a hundred windows come back by themselves, and what was typed meanwhile stands there once", async () => {
  const world = await World.start();
  onTestFinished(() => world.end());
  const claims = Array.from({ length: 10 }, () => world.addClaim());
  const windows = Array.from({ length: 100 }, (_, at) => {
    const claimId = claims[at % claims.length] ?? "";
    const network = new Network((world.people[at % world.people.length] as Person).cookie, () => world.front);
    const card = openStock("ws://desk", claimId, network.WebSocket, { maxBackoffTime: 50 });
    const type = (word: string) => card.doc.getText("gaps").insert(0, word);
    return { at, claimId, network, card, type };
  });
  onTestFinished(() => windows.forEach(({ card }) => void card.close()));
  const allSaved = () => windows.every(({ card }) => card.isSaved());
  await until(() => windows.every(({ card }) => card.provider.synced), "all are in sync");
  for (const { at, type } of windows) type(`<before ${at}>`);
  await until(allSaved, "all edits are saved");
  for (const { at, type } of windows) type(`<unsent ${at}>`);
  for (const { network } of windows) network.cut();
  await world.kill();
  for (const { at, type } of windows) type(`<meanwhile ${at}>`);
  await world.restart();
  await until(allSaved, "all are back");
  const texts = new Map(claims.map((id) => [id, world.server.rooms.freeze(id).card]));
  await until(
    () => windows.every(({ card, claimId }) => card.doc.getText("gaps").toString() === texts.get(claimId)?.gaps),
    "all see all",
  );
  for (const { at, claimId } of windows) {
    const { gaps = "", statement } = texts.get(claimId) ?? {};
    for (const when of ["before", "unsent", "meanwhile"]) expect(gaps.split(`<${when} ${at}>`)).toHaveLength(2);
    expect(statement).toBe("About 120 people left.");
  }
});
