import { afterEach, beforeEach, expect, test } from "vitest";
import { insertCorrection } from "#db/queries/corrections.ts";
import { insertSecondLook } from "#db/queries/second-looks.ts";
import { addSource, setField } from "#domain/card-edit.ts";
import type { CorrectionKind } from "#domain/corrections.ts";
import type { Member } from "#server/context.ts";
import { readFile } from "#server/export/read-file.fixture.ts";
import { ARTICLE, caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { releaseAll } from "#server/testing/release-all.ts";
import { said } from "#server/testing/said.ts";

let desk: TestDesk;
let [ana, bo, chen]: Member[] = [];
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(async () => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  bo = desk.member("Bo", "editor");
  chen = desk.member("Chen", "analyst");
  claim = caseWithClaim(desk, me(ana));
  claim.edit(me(ana), (doc) => addSource(doc, "s", { title: "Register", url: "https://port.example/7" }));
  claim.rate(me(ana), "disputed");
  claim.sign(me(bo));
  await release();
});

afterEach(() => desk.close());

function me(member: Member | undefined): Member {
  if (!member) throw new Error("Nobody is there.");
  return member;
}

const preflight = () => desk.services.releases.preflight(me(ana), 1);

const release = () => releaseAll(desk, me(ana));

const setOf = (number: number) => JSON.parse(readFile(desk.services.releases.file(me(ana), 1, number, "json")));
const around = (who = ana) => desk.services.corrections.around(me(who), 1, 1);
const wanted = (kind: CorrectionKind = "correction") => ({
  ...{ kind, what: "It was 340.", why: "We misread the table.", releasedBefore: 1 },
  version: claim.read(me(ana)).version,
});
const prepare = (kind?: CorrectionKind, who = ana) =>
  desk.services.corrections.prepare(me(who), 1, 1, { ...wanted(kind), ...once() });
const confirm = (who: Member | undefined, id: number) => desk.services.corrections.confirm(me(who), 1, id, once());
const change = (words: string) => claim.edit(me(chen), (doc) => setField(doc, "saidWhere", words));
const reasons = async () => {
  const { ready, leaving, blocked } = await preflight();
  return [...ready, ...leaving, ...blocked].flatMap((one) =>
    one.reasons.map(({ message, href }) => [said(message), href]),
  );
};

test("[CO2] a released claim that changed stays out, with its words kept, until the record says why", async () => {
  change("Lenne");
  claim.sign(me(bo));
  expect(await reasons()).toEqual([
    ["It changed after v1, and nothing on the record says why. Prepare a correction.", "/cases/1/claims/1/correct"],
  ]);
  await expect(release()).rejects.toThrow(/No claim is ready/);
  expect(claim.read(me(ana)).card.saidWhere).toBe("Lenne");
  prepare();
  expect(await reasons()).toEqual([]);
  expect(await release()).toBe(2);
  expect(setOf(2).claims[0]).toMatchObject({ changedSince: 1, corrections: [{ kind: "correction", by: "Ana" }] });
  change("Harbour");
  claim.sign(me(bo));
  expect((await reasons())[0]?.[0]).toContain("It changed after v2");
});

test("[CO8] a correction is written down first as well: it opens the card, and is doubted while nothing changed", async () => {
  expect(around()).toMatchObject({ isOpened: false, isChanged: false });
  prepare("update");
  expect(around()).toMatchObject({ isOpened: true, records: [{ state: "open", by: { name: "Ana" } }] });
  expect((await preflight()).ready[0]?.doubts.map(({ message }) => said(message))).toContain(
    "A correction is on the record, but the card still says what v1 says.",
  );
  change("Lenne");
  claim.sign(me(bo));
  await release();
  expect(around().records[0]).toMatchObject({ state: "released", carriedIn: 2 });
});

test("[CO3] editors and admins correct, once for each form, what was released and as it was seen", async () => {
  expect(refusal(() => prepare("correction", chen)).message).toMatch(/role/);
  const form = { ...wanted(), ...once() };
  const { id } = desk.services.corrections.prepare(me(ana), 1, 1, form);
  expect(desk.services.corrections.prepare(me(ana), 1, 1, form)).toEqual({ id });
  const late = () => desk.services.corrections.prepare(me(bo), 1, 1, { ...form, version: 1, ...once() });
  expect(refusal(late).message).toContain("Ana put a correction on the record: It was 340.");
  change("Lenne");
  claim.sign(me(bo));
  await release();
  expect(refusal(() => prepare()).message).toContain("v2 was released meanwhile");
  const blank = () => desk.services.corrections.prepare(me(ana), 1, 1, { ...wanted(), why: "  ", ...once() });
  expect(refusal(blank).detail.fields).toHaveProperty("why");
  const other = desk.services.claims.create(me(ana), 1, { statement: "It rained.", ...once() });
  const unreleased = () =>
    desk.services.corrections.prepare(me(ana), 1, other.number, { ...wanted(), version: 1, ...once() });
  expect(refusal(unreleased).message).toContain("has not been released");
});

test("[CO4] nobody withdraws a claim alone; withdrawn, it is left out of the releases, which say so", async () => {
  const { id } = prepare("retraction");
  expect((await reasons())[0]?.[0]).toBe("A retraction of it waits to be confirmed.");
  expect(refusal(() => confirm(ana, id)).message).toContain("somebody else has to confirm it");
  expect(refusal(() => confirm(chen, id)).kind).toBe("forbidden");
  expect(refusal(() => prepare()).message).toContain("waits to be confirmed");
  expect(confirm(bo, id)).toEqual({ isWithdrawn: true });
  expect(refusal(() => confirm(bo, id)).message).toContain("confirmed already");
  expect(claim.read(me(ana))).toMatchObject({ status: "dropped", dropReason: "retracted" });
  other();
  await release();
  expect(setOf(2)).toMatchObject({ claims: [{ reference: "C-1-2" }], retractions: [{ reference: "C-1-1" }] });
  desk.services.claims.move(me(chen), claim.claimId, { stage: "in_review", ...version(), ...once() });
  expect((await reasons())[0]?.[0]).toContain("It was withdrawn.");
  prepare("update", bo);
  await release();
  expect(setOf(3).claims[0].corrections.map(({ kind }: { kind: string }) => kind)).toEqual(["retraction", "update"]);
  expect(setOf(3)).not.toHaveProperty("retractions");
});

const version = () => ({ version: claim.read(me(ana)).version });

function other() {
  const made = desk.services.claims.create(me(ana), 1, { statement: "It rained.", ...once() });
  desk.rooms.edit(made.claimId, me(ana).id, (doc) => setField(doc, "ratingId", "true"));
  const { contentHash } = desk.services.claims.read(me(bo), 1, made.number);
  desk.services.reviews.signOff(me(bo), made.claimId, { seenHash: contentHash, ...once() });
  return made;
}

test("[CO4] what was released is not dropped without a word", () => {
  const drop = () =>
    desk.services.claims.move(me(ana), claim.claimId, {
      ...{ stage: "dropped", dropReason: "out_of_scope", ...version(), ...once() },
    });
  expect(refusal(drop).message).toContain("It was released in v1");
});

test("[CO5] what no release has carried is taken back, on the record; afterwards nobody can", async () => {
  const { id } = prepare("retraction");
  confirm(bo, id);
  desk.services.corrections.takeBack(me(ana), 1, id, once());
  expect(around()).toMatchObject({
    isWithdrawn: false,
    records: [{ state: "taken_back", takenBackBy: { name: "Ana" } }],
  });
  expect(claim.read(me(ana)).status).toBe("released");
  const second = prepare();
  change("Lenne");
  claim.sign(me(bo));
  await release();
  expect(refusal(() => desk.services.corrections.takeBack(me(ana), 1, second.id, once())).kind).toBe("conflict");
  expect(setOf(2).claims[0].corrections).toHaveLength(1);
});

test("[CO6] what rests on the same is listed for another look, for those who may see it, and told to who works on it", () => {
  const made = desk.services.claims.create(me(ana), 1, { statement: "The port counted 340.", ...once() });
  desk.rooms.edit(made.claimId, me(ana).id, (doc) => addSource(doc, "x", { url: "http://www.port.example/7/#a" }));
  desk.services.claims.take(me(chen), made.claimId, { version: 1, ...once() });
  const sealed = desk.services.cases.create(me(bo), {
    ...{ title: "Sealed", scaleId: null, quorum: 1, restricted: true, memberIds: [me(bo).id], ...once() },
  });
  const hidden = desk.services.claims.create(me(bo), sealed.number, { statement: "Another.", ...once() });
  desk.rooms.edit(hidden.claimId, me(bo).id, (doc) => doc.getText("gaps").insert(0, "As in C-1-1, nobody knows."));
  const far = desk.services.claims.create(me(ana), 1, { statement: "Far.", ...once() });
  desk.rooms.edit(far.claimId, me(ana).id, (doc) => addSource(doc, "y", { url: "https://port.example/70" }));
  const { id } = prepare();
  const [one] = around().records;
  expect(one?.resting).toMatchObject([{ reference: "C-1-2", grounds: ["source"], heldIn: [], looked: null }]);
  expect(around(bo).records[0]?.resting.map((row) => row.reference)).toEqual(["C-1-2", "C-2-1"]);
  const [told] = desk.services.notifications.list(me(chen)).flatMap((group) => group.rows);
  expect(told && said(told.sentence)).toBe("It rests on the same as C-1-1, which Ana corrected. Look at it again.");
  desk.services.corrections.lookedAt(me(chen), made.claimId, { correctionId: id, ...once() });
  const again = () => desk.services.corrections.lookedAt(me(ana), made.claimId, { correctionId: id, ...once() });
  expect(refusal(again).message).toContain("looked at it already");
  expect(desk.services.corrections.around(me(ana), 1, made.number).looks).toMatchObject([
    { reference: "C-1-1", looked: { by: { name: "Chen" } } },
  ]);
  expect(desk.services.notifications.list(me(chen))).toEqual([]);
});

test("[CO6] that something rests on a claim of a restricted case is known to nobody outside of it, also by guessing", () => {
  const named = desk.services.claims.create(me(ana), 1, { statement: "As C-2-1 says.", ...once() });
  const { number: caseNumber } = desk.services.cases.create(me(bo), {
    ...{ title: "Sealed", scaleId: null, quorum: 1, restricted: true, memberIds: [me(bo).id], ...once() },
  });
  desk.services.claims.create(me(bo), caseNumber, { statement: "It was so.", ...once() });
  const { id: caseId } = desk.services.cases.open(me(bo), caseNumber);
  const { id: sealedClaim } = desk.services.claims.read(me(bo), caseNumber, 1);
  const facts = { kind: "correction" as const, what: "w", why: "w", by: me(bo).id, at: 1, releasedBefore: 1 };
  const correctionId = insertCorrection(desk.db, { caseId, claimId: sealedClaim, ...facts });
  insertSecondLook(desk.db, { correctionId, claimId: named.claimId, grounds: ["citation"], source: "" });
  const look = (who: Member | undefined, id: number) =>
    refusal(() => desk.services.corrections.lookedAt(me(who), named.claimId, { correctionId: id, ...once() }));
  expect(look(chen, correctionId)).toEqual(look(chen, 99));
  const looks = (who: Member) => desk.services.corrections.around(who, 1, named.number).looks.length;
  expect([me(chen), me(bo), { ...me(chen), role: "admin" as const }].map(looks)).toEqual([0, 1, 1]);
  desk.services.corrections.lookedAt(me(bo), named.claimId, { correctionId, ...once() });
});

test("[CO9] a source is the same by its archived copy, and by the text that the desk kept from both addresses", async () => {
  const resting = (url: string, archivedUrl = "") => {
    const { claimId, number } = desk.services.claims.create(me(ana), 1, { statement: `From ${url}`, ...once() });
    desk.rooms.edit(claimId, me(ana).id, (doc) => addSource(doc, "x", { title: "Register", url, archivedUrl }));
    return `C-1-${number}`;
  };
  const keep = (originUrl: string, text: string) =>
    desk.services.documents.add(me(ana), 1, { ...ARTICLE, title: "Copy", originUrl, text, ...once() });
  keep("https://port.example/7", "Twelve ships.");
  keep("https://mirror.example/a", "Twelve ships.");
  keep("https://mirror.example/b", "Thirteen ships.");
  keep("http://10.0.0.7/c", "Twelve ships.");
  const same = [
    resting("", "https://web.archive.org/web/20260312094000/http://m.port.example/7?utm_source=a"),
    resting("https://perma.cc/AB12", "https://archive.ph/2026.03.12-094000/https://port.example/7"),
    resting("https://www.mirror.example/a#x"),
    resting("http://10.0.0.7/c"),
  ];
  const others = [resting("https://mirror.example/b"), resting("https://port.example/7?sheet=2"), resting("")];
  prepare();
  const [first] = around().records;
  expect(first?.resting.map((one) => one.reference)).toEqual(same);
  expect(others).toHaveLength(3);
});

test("[CO7] those who answer for the claim hear of it, until they have confirmed what was asked of them", () => {
  const eve = desk.member("Eve", "editor");
  const { id } = prepare("retraction");
  expect(told(bo)).toEqual(["Ana asks to withdraw it. Somebody else has to confirm it."]);
  expect([told(chen), told(eve)]).toEqual([[], []]);
  confirm(bo, id);
  expect([told(bo), told(ana)]).toEqual([[], ["Bo withdrew it after it was released."]]);
});

test("[CO7] where nobody of them may confirm a retraction, everybody who may is asked to", () => {
  const eve = desk.member("Eve", "admin");
  desk.member("Vera", "viewer");
  prepare("retraction", bo);
  expect(told(ana)).toEqual(["Bo asks to withdraw it. Somebody else has to confirm it."]);
  expect(told(eve)).toEqual([]);
  desk.services.corrections.takeBack(me(bo), 1, around().records[0]?.id ?? 0, once());
  desk.services.members.deactivate(eve, me(ana).id, once());
  prepare("retraction", bo);
  expect(told(eve)).toEqual(["Bo asks to withdraw it. Somebody else has to confirm it."]);
  expect(told(chen)).toEqual([]);
});

const told = (who: Member | undefined) =>
  desk.services.notifications.list(me(who)).flatMap((group) => group.rows.map((one) => said(one.sentence)));
