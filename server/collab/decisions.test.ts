import { expect, test } from "vitest";
import * as Y from "yjs";
import { cardUrl, openCard, openLive, openRaw, openSynced, syncFrame, until } from "#server/collab/browser.fixture.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";

const DECIDED = [
  "claims",
  "reviews",
  "review_requests",
  "releases",
  "release_claims",
  "cases",
  "case_members",
  "members",
];

/** Every row of every decision, as one text. */
const decisionsOf = ({ sqlite }: Desk) =>
  JSON.stringify(DECIDED.map((table) => [table, sqlite.prepare(`select * from ${table} order by 1`).all()]));

test("[RT64] whatever a card's socket writes, no status, sign-off, release or role changes", async () => {
  const desk = await startDesk();
  const before = decisionsOf(desk);
  const card = openCard(desk.url, desk.claimId, desk.ada);
  await card.synced();
  card.doc.transact(() => {
    const fields = card.doc.getMap("fields");
    const forged = {
      status: "signed_off",
      stage: "released",
      signedOff: true,
      quorum: 0,
      assigneeId: "ada",
      role: "admin",
    };
    for (const [key, value] of Object.entries(forged)) fields.set(key, value);
    fields.set("labels", ["signed_off", "released"]);
    fields.set("ratingId", "true");
  });
  await until(() => desk.rooms.freeze(desk.claimId).card.ratingId === "true", "the words that it may write");
  expect(decisionsOf(desk)).toBe(before);
  expect(Object.keys(desk.rooms.freeze(desk.claimId).card)).not.toContain("status");
});

test("[RT64] a root or a message of decisions does not exist: the socket is closed and nothing is stored", async () => {
  const desk = await startDesk();
  const before = decisionsOf(desk);
  for (const root of ["reviews", "status", "releases"]) {
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    raw.doc.getMap(root).set("decision", "sign_off");
    raw.socket.send(syncFrame(2, Y.encodeStateAsUpdate(raw.doc)));
    expect((await raw.closed).code).toBe(4400);
  }
  const raw = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
  raw.socket.send(JSON.stringify({ type: "sign_off", claimId: desk.claimId }));
  expect((await raw.closed).code).toBe(4400);
  const live = await openLive(desk.url, desk.caseId, desk.ada);
  live.say({ type: "claim", claimId: desk.claimId, status: "signed_off" });
  await live.closed;
  expect(decisionsOf(desk)).toBe(before);
});
