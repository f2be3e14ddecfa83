import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { STAGES } from "#domain/status.ts";
import type { Member } from "#server/context.ts";
import type { Move } from "#server/services/claims.ts";
import { ARTICLE, caseWithClaim, once, placeOf, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { saidInArabic } from "#server/testing/said.ts";

let desk: TestDesk;
let ana: Member;
let chen: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  chen = desk.member("Chen", "analyst");
  claim = caseWithClaim(desk, ana);
});

afterEach(() => desk.close());

const version = () => claim.read(ana).version;
const fromWords = (place: { start: number; end: number }, given = once()) =>
  desk.services.claims.createFromWords(chen, claim.caseNumber, {
    ...{ documentId: claim.documentId, versionNumber: 1 },
    ...place,
    ...given,
  });
const move = (given: Omit<Move, "version"> & { version?: number }) =>
  desk.services.claims.move(chen, claim.claimId, { version: version(), ...given, ...once() });
const assign = (assigneeId: string | null, reviewerIds: string[] = [], given = {}) =>
  desk.services.claims.assign(ana, claim.claimId, {
    ...{ assigneeId, reviewerIds, dueAt: null, version: version(), ...once() },
    ...given,
  });
const take = (actor: Member, given = {}) =>
  desk.services.claims.take(actor, claim.claimId, { version: version(), ...once(), ...given });
const numbers = () => desk.services.claims.list(ana, claim.caseNumber).map((one) => one.number);

describe("a claim from words", () => {
  test("[CL1] has the exact words as its quote, at their place in code points, with what stands around them", () => {
    const words = "up to 1,100 were moved";
    const { number } = fromWords(placeOf(words));
    const [quote] = desk.services.claims.read(ana, claim.caseNumber, number).card.quotes;
    const { start, end } = quote ?? { start: 0, end: 0 };
    expect(quote?.exact).toBe(words);
    expect([...ARTICLE.text].slice(start, end).join("")).toBe(words);
    expect(ARTICLE.text.slice(start, end)).not.toBe(words);
    expect(quote?.prefix.endsWith("🌊 The union said ")).toBe(true);
    expect(quote?.suffix).toBe(". Nobody will forget it.");
  });

  test("[CL1] begins with the words, its figures with their qualifiers, its language and outlet, and a guess at who says it", () => {
    const words = "up to 900 boats left the harbour";
    const article = { ...ARTICLE, language: "en-GB", text: `🌊 High tide. Ilse Brandt denied that ${words}.` };
    const { documentId } = desk.services.documents.add(ana, claim.caseNumber, { ...article, ...once() });
    const start = [...article.text].length - words.length - 1;
    const place = { documentId, versionNumber: 1, start, end: start + words.length };
    const { number } = desk.services.claims.createFromWords(chen, claim.caseNumber, { ...place, ...once() });
    const { card } = desk.services.claims.read(ana, claim.caseNumber, number);
    expect(card).toMatchObject({ statement: words, language: "en-GB", outlet: "Example Gazette", mode: "denied" });
    expect(card).toMatchObject({ claimant: "Ilse Brandt", claimantGuessed: true, scaleId: "seven-step-1" });
    expect(card.figures).toMatchObject([{ qualifier: "up_to", value: "900" }]);
  });

  test("[CL1] a selection that cuts a character is widened to it, and white space at its ends is left out", () => {
    const wave = placeOf("🌊");
    const { number } = fromWords({ start: wave.start - 1, end: placeOf("The union").end + 1 });
    expect(desk.services.claims.read(ana, claim.caseNumber, number).card.quotes[0]?.exact).toBe("🌊 The union");
  });

  test.each([
    ["nothing", 5, 5],
    ["a space", 3, 4],
    ["backwards", 9, 4],
    ["before the text", -1, 4],
    ["behind the text", 0, 10_000],
    ["half a character", 0.5, 4],
    ["no number", Number.NaN, 4],
  ])("[CL2] a selection across nothing makes no claim: %s", (_what, start, end) => {
    expect(refusal(() => fromWords({ start, end })).kind).toBe("bad_input");
    expect(numbers()).toEqual([1]);
  });

  test("[CL2] words of a version or a document that is not there make no claim", () => {
    const words = { documentId: claim.documentId, versionNumber: 7, start: 0, end: 9 };
    for (const given of [words, { ...words, documentId: "none", versionNumber: 1 }]) {
      const make = () => desk.services.claims.createFromWords(chen, claim.caseNumber, { ...given, ...once() });
      expect(refusal(make).kind).toBe("not_found");
    }
  });

  test("[CL3] may overlap another, or lie inside it", () => {
    const inside = placeOf("240 residents");
    const across = { start: inside.start, end: placeOf("The union").end };
    for (const place of [inside, across]) fromWords(place);
    const { marks } = desk.services.documents.read(ana, claim.caseNumber, claim.documentId);
    expect(marks.map((one) => one.claimNumber)).toEqual([1, 3, 2]);
  });

  test("[CL3] from the very same words is refused, and the second of two people hears who was faster", () => {
    const { start, end } = placeOf("around 240 residents were moved");
    const refused = refusal(() => fromWords({ start: start - 1, end }));
    expect(refused).toMatchObject({ kind: "conflict", detail: { claim: { number: 1, reference: "C-1-1" } } });
    expect(refused.message).toContain("Ana has just made C-1-1 from these words.");
    desk.clock.now += 3_600_000;
    expect(refusal(() => fromWords({ start, end })).message).toContain("C-1-1 stands on exactly these words already");
    expect(numbers()).toEqual([1]);
    move({ stage: "dropped", dropReason: "out_of_scope" });
    expect(fromWords({ start, end }).number).toBe(2);
  });

  test("[CL12] that was made by mistake is dropped as such, and its words are open again", () => {
    const made = fromWords(placeOf("Nobody will forget it."));
    const read = () => desk.services.documents.read(ana, claim.caseNumber, claim.documentId);
    const before = read();
    const undo = { stage: "dropped", dropReason: "made_by_mistake", version: made.version } as const;
    desk.services.claims.move(chen, made.claimId, { ...undo, ...once() });
    expect(desk.services.claims.list(ana, 1)[1]).toMatchObject({ status: "dropped", dropReason: "made_by_mistake" });
    expect([before.coverage.claimed - read().coverage.claimed, read().marks.length]).toEqual([1, 1]);
    expect(desk.services.history.record(ana, 1).events[0]?.says).toEqual({ id: "claim_dropped_made_by_mistake" });
  });

  test("[CL4] numbers count per case, from 1, and name the case", () => {
    const other = caseWithClaim(desk, ana);
    expect([claim.reference, fromWords(placeOf("240")).reference]).toEqual(["C-1-1", "C-1-2"]);
    expect([other.reference, other.caseNumber]).toEqual(["C-2-1", 2]);
  });

  test("[CL5] a form that comes twice makes one claim; the same key of somebody else is another form", () => {
    const key = once();
    const first = fromWords(placeOf("240"), key);
    expect(fromWords(placeOf("240"), key)).toEqual(first);
    expect(numbers()).toEqual([1, 2]);
    desk.services.claims.create(ana, claim.caseNumber, { statement: "It rained.", ...key });
    expect(numbers()).toEqual([1, 2, 3]);
  });

  test("[CL5] a form that was refused can be mended and sent again with the same key", () => {
    const key = once();
    expect(refusal(() => fromWords({ start: 3, end: 4 }, key)).kind).toBe("bad_input");
    expect(fromWords(placeOf("240"), key).number).toBe(2);
  });

  test("[CL2] a claim without words needs a statement", () => {
    const make = (statement: string) => desk.services.claims.create(chen, 1, { statement, ...once() });
    expect(refusal(() => make(" \n ")).detail).toHaveProperty("fields.statement");
    make("  It rained. ");
    expect(claim.read(ana).card.statement).not.toBe("");
    expect(desk.services.claims.read(ana, 1, 2).card).toMatchObject({ statement: "It rained.", quotes: [] });
  });
});

describe("moving", () => {
  test.each(STAGES.filter((stage) => stage !== "dropped" && stage !== "inbox"))(
    "[CL6] to %s and back, on the record",
    (stage) => {
      move({ stage });
      expect(claim.read(ana)).toMatchObject({ stage, status: stage, dropReason: null });
      expect(refusal(() => move({ stage })).message).toContain("there already");
      move({ stage: "inbox" });
      const [last] = desk.services.history.claim(ana, claim.caseNumber, 1);
      expect(last).toMatchObject({ kind: "decision", type: "claim.moved", member: { name: "Chen" } });
    },
  );

  test("[CL6] dropping asks for a reason, and moving back takes it away", () => {
    expect(refusal(() => move({ stage: "dropped" })).message).toContain("Say why");
    move({ stage: "dropped", dropReason: "out_of_scope" });
    expect(claim.read(ana)).toMatchObject({ status: "dropped", dropReason: "out_of_scope" });
    move({ stage: "inbox", dropReason: "out_of_scope" });
    expect(claim.read(ana)).toMatchObject({ status: "inbox", dropReason: null });
  });

  test("[CL6] a duplicate names another claim of the case", () => {
    const duplicate = (duplicateOf?: number) => move({ stage: "dropped", dropReason: "duplicate", duplicateOf });
    const other = fromWords(placeOf("240"));
    for (const number of [undefined, 1, 99])
      expect(refusal(() => duplicate(number)).message).toContain("Name the claim that this one duplicates");
    duplicate(other.number);
    const stored = desk.sqlite.prepare("select duplicate_of from claims where id = ?").pluck().get(claim.claimId);
    expect(stored).toBe(other.claimId);
  });

  test("[CL6] the claim that stays is named wherever the dropped one is shown, and who dropped it on its card", () => {
    const other = fromWords(placeOf("240"));
    move({ stage: "dropped", dropReason: "duplicate", duplicateOf: other.number });
    const duplicateOf = { number: other.number, reference: other.reference };
    expect(claim.read(ana)).toMatchObject({ duplicateOf, dropped: { by: { name: "Chen" }, at: desk.clock.now } });
    expect(desk.services.claims.list(ana, 1)[0]).toMatchObject({ duplicateOf });
    const [last] = desk.services.history.record(ana, 1).events;
    expect(last).toMatchObject({ says: { id: "claim_dropped_duplicate_of", texts: { other: "C-1-2" } }, duplicateOf });
    move({ stage: "inbox", duplicateOf: other.number });
    expect(claim.read(ana)).toMatchObject({ duplicateOf: null, dropped: null });
  });

  test("[CL6] a dropped claim is neither signed nor sent back until it is moved back", () => {
    claim.rate(chen, "true");
    move({ stage: "dropped", dropReason: "not_checkable" });
    const form = { seenHash: claim.read(ana).contentHash, reason: "Name it.", ...once() };
    expect(refusal(() => claim.sign(ana)).message).toContain("dropped");
    expect(refusal(() => desk.services.reviews.requestChanges(ana, claim.claimId, form)).message).toContain("dropped");
    expect(claim.read(ana).status).toBe("dropped");
    move({ stage: "researching" });
    expect(claim.sign(ana)).toMatchObject({ complete: true });
  });
});

describe("a signed-off claim", () => {
  beforeEach(() => {
    claim.rate(chen, "true");
    claim.sign(ana);
  });

  test("[CL10] is moved by nobody's hand, and nothing is on the record as if it were", () => {
    const before = desk.services.history.claim(ana, 1, 1);
    for (const stage of ["inbox", "researching", "in_review"] as const)
      expect(refusal(() => move({ stage }))).toMatchObject({
        kind: "conflict",
        message: expect.stringContaining("signed off"),
      });
    expect(claim.read(ana)).toMatchObject({ status: "signed_off", stage: "in_review" });
    expect(desk.services.history.claim(ana, 1, 1)).toEqual(before);
  });

  test("[CL10] can be dropped and moved back, and moves again once its card is edited", () => {
    move({ stage: "dropped", dropReason: "out_of_scope" });
    move({ stage: "researching" });
    expect(claim.read(ana).status).toBe("signed_off");
    claim.rate(chen, "false");
    move({ stage: "inbox" });
    expect(claim.read(ana).status).toBe("inbox");
  });
});

describe("deciding on what one saw", () => {
  test.each<[string, (version: number) => unknown]>([
    ["move", (seen) => move({ stage: "in_review", version: seen })],
    ["assign", (seen) => assign(chen.id, [], { version: seen })],
    ["take", (seen) => take(chen, { version: seen })],
  ])("[CL7] %s: the second of two people who saw the same is told, and nothing of theirs is done", (_what, run) => {
    const seen = version();
    move({ stage: "researching" });
    const before = claim.read(ana);
    expect(refusal(() => run(seen))).toMatchObject({ kind: "conflict" });
    expect(claim.read(ana)).toEqual(before);
    run(version());
  });

  test("[CL7] who came first, what they did and where the claim stands now are said", () => {
    const seen = version();
    take(chen);
    const refused = refusal(() => move({ stage: "in_review", version: seen }));
    expect(refused.message).toBe(
      "Meanwhile Chen took the claim. It now stands under “Researching”, with Chen. Nothing of yours was done; repeat it if it is still right.",
    );
    expect(refused.detail.now).toEqual({ status: "researching", assignee: "Chen", by: "Chen", version: seen + 1 });
    expect(saidInArabic(refused.saying)).toMatch(
      /^في هذه الأثناء تولّى Chen الادعاء\. الادعاء الآن في «قيد البحث»، والمكلَّف به: Chen\./,
    );
  });

  test("[CL5] a decision that comes twice is one, even after the version moved on", () => {
    const form = { stage: "researching" as const, version: version(), ...once() };
    desk.services.claims.move(chen, claim.claimId, form);
    desk.services.claims.move(chen, claim.claimId, form);
    const decisions = desk.services.history.claim(ana, 1, 1).filter((one) => one.kind === "decision");
    expect(decisions.map((one) => one.type).sort()).toEqual(["claim.created", "claim.moved"]);
  });
});

describe("assigning", () => {
  test("[CL8] gives an analyst, other reviewers and a due time, and starts the work", () => {
    const bo = desk.member("Bo", "editor");
    const dueAt = desk.clock.now + 60_000;
    assign(chen.id, [bo.id, bo.id], { dueAt });
    expect(claim.read(ana)).toMatchObject({ stage: "researching", dueAt, assignee: { name: "Chen" } });
    expect(claim.read(ana).reviewers.map((one) => one.name)).toEqual(["Bo"]);
    assign(null, []);
    expect(claim.read(ana)).toMatchObject({ stage: "researching", dueAt: null, assignee: null, reviewers: [] });
  });

  test("[CL11] a due time that is over, or that no calendar has, is refused at its field; one that stands may stay", () => {
    const dueAt = desk.clock.now + 60_000;
    assign(chen.id, [], { dueAt });
    for (const wrong of [desk.clock.now - 60_000, 9_000_000_000_000_000])
      expect(refusal(() => assign(chen.id, [], { dueAt: wrong })).detail).toHaveProperty("fields.dueAt");
    desk.clock.now += 3_600_000;
    assign(ana.id, [], { dueAt });
    expect(claim.read(ana)).toMatchObject({ dueAt, assignee: { name: "Ana" } });
  });

  test("[CL8] the reviewer is somebody other than the analyst, also when the reviewer takes the claim", () => {
    expect(refusal(() => assign(chen.id, [chen.id])).message).toContain("other than the analyst");
    assign(null, [chen.id]);
    expect(refusal(() => take(chen)).message).toContain("asked to review");
    expect(claim.read(ana).assignee).toBeNull();
  });

  test("[CL8] viewers, people who have left, strangers and people outside of the case are refused", () => {
    const admin = desk.member("Ada", "admin");
    const vera = desk.member("Vera", "viewer");
    const gone = desk.member("Gone", "editor");
    desk.services.members.deactivate(admin, gone.id, once());
    for (const id of [vera.id, gone.id, "nobody"]) {
      expect(refusal(() => assign(id)).kind).toBe("bad_input");
      expect(refusal(() => assign(chen.id, [id])).kind).toBe("bad_input");
    }
    const choices = { title: "Counts", scaleId: null, quorum: 1, restricted: true, memberIds: [], version: 1 };
    desk.services.cases.configure(ana, claim.caseNumber, { ...choices, ...once() });
    expect(refusal(() => assign(chen.id)).kind).toBe("bad_input");
    expect(refusal(() => assign(null, [chen.id])).kind).toBe("bad_input");
    expect(claim.read(ana)).toMatchObject({ assignee: null, reviewers: [], version: 1 });
  });

  test("[CL9] an analyst takes what nobody works on; what somebody has, only an editor takes over", () => {
    const dalia = desk.member("Dalia", "analyst");
    take(chen);
    expect(claim.read(ana)).toMatchObject({ stage: "researching", assignee: { name: "Chen" } });
    expect(refusal(() => take(dalia)).kind).toBe("forbidden");
    take(chen);
    take(ana);
    expect(claim.read(ana).assignee?.name).toBe("Ana");
  });
});
