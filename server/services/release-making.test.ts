import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addSource, setField, setSource } from "#domain/card-edit.ts";
import { canonicalJson, sha256Hex } from "#domain/content.ts";
import type { Member } from "#server/context.ts";
import { readFile } from "#server/export/read-file.fixture.ts";
import { PER_TURN } from "#server/in-turns.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  bo = desk.member("Bo", "editor");
});

afterEach(() => desk.close());

/** Adds a claim that Bo has signed to the case. Returns its id, and that of the sign-off. */
function signed(statement: string) {
  const { claims, reviews } = desk.services;
  const { claimId, number } = claims.create(ana, 1, { statement, ...once() });
  desk.rooms.edit(claimId, ana.id, (doc) => {
    setField(doc, "ratingId", "true");
    addSource(doc, "s1", { title: `Bulletin on ${statement}`, url: "https://example.org/bulletin" });
  });
  const { contentHash: seenHash } = claims.read(bo, 1, number);
  reviews.signOff(bo, claimId, { seenHash, ...once() });
  return { claimId, number, seenHash, signOffId: claims.read(bo, 1, number).reviews[0]?.id ?? "" };
}

/** A case with an unsigned claim, and with so many that are ready. */
function readyClaims(count: number) {
  const open = caseWithClaim(desk, ana);
  return { open, ready: Array.from({ length: count }, (_, at) => signed(`crate ${at} was full.`)) };
}

async function releasing(given = once()) {
  const { ready } = await desk.services.releases.preflight(ana, 1);
  return { making: desk.services.releases.make(ana, 1, { expected: ready, ...given }) };
}

const written = () => desk.sqlite.prepare("select count(*) from release_claims").pluck().get() as number;

/** Waits until claims of the release are written and it is not there yet. */
async function inTheMiddle(): Promise<void> {
  while (written() === 0) await setImmediate();
}

const fileOf = (number: number) => JSON.parse(readFile(desk.services.releases.file(ana, 1, number, "json")));
test("[RL15] while a large release is made others have their turn after 50 claims at most, and their edits are stored", async () => {
  const { open } = readyClaims(2 * PER_TURN + 1);
  const { making } = await releasing(once());
  const steps = [written()];
  let isOver = false;
  making.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await setImmediate();
    open.edit(bo, (doc) => doc.getText("gaps").insert(0, "x"));
    steps.push(written());
  }
  await making;
  const growth = steps.slice(1).map((count, at) => count - (steps[at] ?? 0));
  expect(Math.max(...growth)).toBeLessThanOrEqual(PER_TURN);
  expect(steps.length).toBeGreaterThanOrEqual(2 * 3);
  expect(open.read(ana).card.gaps).toHaveLength(steps.length - 1);
  expect(fileOf(1).claims).toHaveLength(2 * PER_TURN + 1);
});

test("[RL16] a sign-off that is withdrawn while the release is made is not covered: nothing is released, nothing is left", async () => {
  const { ready } = readyClaims(3);
  const { making } = await releasing();
  await inTheMiddle();
  desk.services.reviews.withdraw(bo, ready[0]?.signOffId ?? "", once());
  await expect(making).rejects.toThrow(/changed while you were looking/);
  expect([desk.services.releases.list(ana, 1), written()]).toEqual([[], 0]);
});

test("[RL16] so is an edit, and a decision on the case; what nobody released is in no list meanwhile", async () => {
  const { open, ready } = readyClaims(3);
  const edited = await releasing();
  await inTheMiddle();
  expect(desk.services.releases.list(ana, 1)).toEqual([]);
  desk.rooms.edit(ready[2]?.claimId ?? "", ana.id, (doc) => setField(doc, "claimant", "Somebody else"));
  await expect(edited.making).rejects.toThrow(/changed while you were looking/);
  const configured = await releasing();
  await inTheMiddle();
  const { title, version } = desk.services.cases.open(ana, open.caseNumber);
  const choices = { title, version, scaleId: "seven-step-1", quorum: 2, restricted: false, memberIds: [] };
  desk.services.cases.configure(ana, 1, { ...choices, ...once() });
  await expect(configured.making).rejects.toThrow(/changed while you were looking/);
  expect([desk.services.releases.list(ana, 1), written()]).toEqual([[], 0]);
});

test("[RL16] a source that is protected when its claim is written already stays in the house, and the hash is of what leaves", async () => {
  const { ready } = readyClaims(3);
  const { making } = await releasing();
  await inTheMiddle();
  desk.rooms.edit(ready[0]?.claimId ?? "", ana.id, (doc) => setSource(doc, "s1", "protected", true));
  await expect(making).resolves.toEqual({ number: 1 });
  const json = readFile(desk.services.releases.file(ana, 1, 1, "json"));
  const { claims } = JSON.parse(json) as { claims: { protectedSources: number }[] };
  expect(claims.slice(0, 2).map(({ protectedSources }) => protectedSources)).toEqual([1, 0]);
  expect(json).not.toContain("Bulletin on crate 0");
  expect(sha256Hex(canonicalJson(JSON.parse(json)))).toBe(desk.services.releases.list(ana, 1)[0]?.sha256);
});

test("[RL16] whoever may not release any more when it is done has released nothing", async () => {
  readyClaims(3);
  const { making } = await releasing();
  await inTheMiddle();
  desk.sqlite.prepare("update members set role = 'analyst' where id = ?").run(ana.id);
  await expect(making).rejects.toThrow(/role/);
  expect([desk.services.releases.list(bo, 1), written()]).toEqual([[], 0]);
});

test("[RL17] of two releases at once the second finds nothing new; the same form twice makes one", async () => {
  readyClaims(2);
  const given = once();
  const [first, again, other] = await Promise.all([releasing(given), releasing(given), releasing()]);
  await expect(first.making).resolves.toEqual({ number: 1 });
  await expect(again.making).resolves.toEqual({ number: 1 });
  await expect(other.making).rejects.toThrow(/Nothing changed since release v1/);
  expect(written()).toBe(2);
});

test("[RL17] what a process left behind that ended in the middle is taken out at the next start; releases stay", async () => {
  readyClaims(1);
  await (await releasing()).making;
  desk.sqlite.exec("insert into release_claims values ('left', 'k', 'h', 0, '{}')");
  desk.services.releases.clearUp();
  expect(written()).toBe(1);
  expect(() => desk.sqlite.exec("insert into release_claims select id, 'k', 'h', 9, '{}' from releases")).toThrow(
    /immutable/,
  );
});

test("[RL15] how far it is can be asked under the key of the form", async () => {
  readyClaims(3);
  const given = once();
  await (await releasing(given)).making;
  expect(desk.services.releases.writing(ana, given.once)).toEqual({ claims: 3, of: 3, state: "written" });
  expect(desk.services.releases.writing(bo, given.once)).toBeNull();
});
