import { expect, test } from "vitest";
import { openCard } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";
import { createGrants } from "#server/collab/grants.ts";
import type { Peer } from "#server/collab/peer.ts";
import type { Member } from "#server/context.ts";
import { seeded } from "#server/testing/seeded.ts";

const KEY_EVERY_MS = 20;

test("[RT17] of people who begin to type together not all are looked up in one moment, and each after a second at the latest", () => {
  const clock = { now: 0 };
  const lookUps: { who: string; at: number }[] = [];
  const { stillAllowed } = createGrants({
    now: () => clock.now,
    authenticate: (cookie = "") => {
      lookUps.push({ who: cookie, at: clock.now });
      return { member: { id: cookie } as Member, sessionHash: cookie };
    },
    access: () => ({ caseId: "case", canEdit: true }),
    caseAccess: () => true,
    random: seeded(1),
  });
  const peers = Array.from({ length: 200 }, (_, at) => typist(`person ${at}`));
  for (clock.now = 2_000; clock.now < 12_000; clock.now += KEY_EVERY_MS)
    for (const peer of peers) expect(stillAllowed(peer)).toBe(true);

  for (const moments of Map.groupBy(lookUps, ({ who }) => who).values()) {
    const gaps = moments.slice(1).map(({ at }, before) => at - (moments[before]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1_000 + KEY_EVERY_MS);
    expect(12_000 - (moments.at(-1)?.at ?? 0)).toBeLessThanOrEqual(1_000 + KEY_EVERY_MS);
  }
  const later = Map.groupBy(
    lookUps.filter(({ at }) => at > 5_000),
    ({ at }) => at,
  );
  expect(Math.max(...[...later.values()].map((one) => one.length))).toBeLessThan(20);
});

test("[RT17] while nobody can say who may edit, nothing is taken; what was typed arrives afterwards", async () => {
  const desk = await startDesk();
  const ada = openCard(desk.url, desk.claimId, desk.ada);
  await ada.synced();
  const sentAway = new Promise((resolve) => ada.provider.on("connection-close", (event) => resolve(event?.code)));
  desk.sqlite.exec("alter table sessions rename to mislaid");
  desk.clock.ahead = 2_000;
  ada.doc.getText("gaps").insert(0, "typed meanwhile");
  expect(await sentAway).toBe(4503);
  expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("");
  desk.sqlite.exec("alter table mislaid rename to sessions");
  await ada.saved();
  expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("typed meanwhile");
});

/** Somebody who was let in at the very beginning. */
const typist = (name: string) =>
  ({ cookie: name, member: { id: name }, claimId: "claim", caseId: "case", canEdit: true, checkedAt: 0 }) as Peer;
