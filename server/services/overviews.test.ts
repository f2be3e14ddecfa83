import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { caseByNumber } from "#db/queries/cases.ts";
import { setField } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { createOverviews } from "#server/services/overviews.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";

let desk: TestDesk;
let [ana, bo]: Member[] = [];
let claim: ReturnType<typeof caseWithClaim>;
let look: () => { ready: string[]; reasons: number; unchanged: boolean; advice: number; same: unknown };

const me = (member: Member | undefined): Member => member as Member;

beforeEach(() => {
  desk = testDesk();
  [ana, bo] = [desk.member("Ana", "editor"), desk.member("Bo", "editor")];
  claim = caseWithClaim(desk, me(ana));
  claim.rate(me(ana), "true");
  const { db, clock, rooms, signer } = desk;
  const context = { db, now: () => clock.now, newId: randomUUID, rooms, live: { publish: () => {} }, signer };
  const overview = createOverviews({ ...context, origin: "http://localhost:3000" } as never, 1);
  look = () => {
    const parent = caseByNumber(db, 1);
    if (!parent) throw new Error("There is no case.");
    const steps = overview(me(ana), parent);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { sorted, unchanged, advice } = step.value;
    const ready = sorted.ready.map(({ row }) => row.statement);
    return { ready, reasons: sorted.blocked.length, unchanged, advice: advice.length, same: step.value };
  };
});

afterEach(() => desk.close());

test("[RL19] what is kept of a large case is the same as long as nothing changes, and never older than a change", async () => {
  expect(look()).toMatchObject({ ready: [], reasons: 1 });
  expect(look().same).toBe(look().same);
  claim.sign(me(bo));
  expect(look()).toMatchObject({ ready: ["around 240 residents were moved"], reasons: 0, unchanged: false });
  claim.edit(me(ana), (doc) => setField(doc, "saidWhere", "Lenne"));
  expect(look()).toMatchObject({ ready: [], reasons: 1 });
  claim.sign(me(bo));
  const { advice } = look();
  claim.edit(me(ana), (doc) => setField(doc, "claimant", "The board"));
  claim.sign(me(bo));
  expect(look().advice).toBe(advice - 1);
  desk.services.claims.create(me(ana), 1, { statement: "It rained.", ...once() });
  expect(look()).toMatchObject({ reasons: 1 });
  await releaseAll(desk, me(ana));
  expect(look()).toMatchObject({ unchanged: true });
  desk.services.bylines.setMine(me(bo), { byline: "A reviewer", ...once() });
  expect(look()).toMatchObject({ unchanged: false });
  const choices = { title: "Counts", scaleId: "seven-step-1", quorum: 2, restricted: false, memberIds: [], version: 1 };
  desk.services.cases.configure(me(ana), 1, { ...choices, ...once() });
  expect(look()).toMatchObject({ ready: [], reasons: 1 });
});
