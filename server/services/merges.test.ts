import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addQuote, addSource } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { caseWithClaim, once, placeOf, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { said, summaryOf } from "#server/testing/said.ts";

let desk: TestDesk;
let ana: Member;
let chen: Member;
/** The claim that stays, C-1-1, and the one that says the same, C-1-2. */
let stays: ReturnType<typeof caseWithClaim>;
let other: { claimId: string; number: number };

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  chen = desk.member("Chen", "analyst");
  stays = caseWithClaim(desk, ana);
  other = fromWords("240 residents were moved");
});

afterEach(() => desk.close());

const fromWords = (words: string) =>
  desk.services.claims.createFromWords(chen, stays.caseNumber, {
    ...{ documentId: stays.documentId, versionNumber: 1 },
    ...placeOf(words),
    ...once(),
  });
const look = (actor = chen, from = other.number, into = stays.number) =>
  desk.services.merges.look(actor, stays.caseNumber, from, into);
const merge = (
  given: { actor?: Member; from?: number; into?: number; plan?: string; version?: number; once?: string } = {},
) => {
  const { actor = chen, from = other.number, into = stays.number } = given;
  const { preview } = look(ana, from, into);
  const seen = { plan: preview?.plan ?? "0".repeat(64), version: preview?.version ?? 1 };
  return desk.services.merges.merge(actor, stays.caseNumber, from, { into, ...seen, ...once(), ...given });
};
const read = (number: number) => desk.services.claims.read(ana, stays.caseNumber, number);
const around = (number: number) => desk.services.merges.around(ana, stays.caseNumber, number);
const editOther = (write: Parameters<typeof desk.rooms.edit>[2]) => desk.rooms.edit(other.claimId, chen.id, write);
const moveOther = (version: number, stage: "inbox" | "in_review") =>
  desk.services.claims.move(ana, other.claimId, { stage, version, ...once() });

describe("merging", () => {
  test("[CL20] gives the other card the sources and quotes that it lacks, in the name of whoever merged", () => {
    stays.edit(ana, (doc) =>
      addSource(doc, "mine", { url: "https://example.org/a", quote: "Moved.", stance: "supports" }),
    );
    editOther((doc) => {
      addSource(doc, "same", { url: "https://example.org/a", quote: "Moved.", title: "Another title" });
      addSource(doc, "new", { url: "https://example.org/a", quote: "Another sentence.", stance: "refutes" });
    });
    expect(look().preview?.takenOver).toMatchObject({
      sources: [{ id: "new" }],
      quotes: [{ exact: "240 residents were moved" }],
    });
    merge();
    const { card, lastEditor } = read(stays.number);
    expect(card.sources.map((one) => [one.quote, one.stance])).toEqual([
      ["Moved.", "supports"],
      ["Another sentence.", "refutes"],
    ]);
    expect(card.quotes.map((one) => one.exact)).toEqual([
      "around 240 residents were moved",
      "240 residents were moved",
    ]);
    expect(lastEditor?.name).toBe("Chen");
  });

  test("[CL20] drops the one as a duplicate of the other, which keeps its status and its people", () => {
    desk.services.claims.take(chen, stays.claimId, { version: read(stays.number).version, ...once() });
    merge();
    expect(read(other.number)).toMatchObject({ stage: "dropped", dropReason: "duplicate", duplicateOf: { number: 1 } });
    expect(read(stays.number)).toMatchObject({ stage: "researching", assignee: { name: "Chen" } });
    const summaries = desk.services.history.record(ana, stays.caseNumber).events.map((one) => summaryOf(one.says));
    expect(summaries).toContain("dropped the claim: Duplicate of C-1-1");
    expect(summaries).toContain("merged C-1-2 into this claim, with no sources and 1 quote that it lacked");
  });

  test("[CL20] copies no quote that does not stand where it says", () => {
    const quote = { versionId: read(stays.number).card.quotes[0]?.versionId ?? "", prefix: "", suffix: "" };
    editOther((doc) => addQuote(doc, { id: "false", exact: "Nobody said this", start: 3, end: 19, ...quote }));
    merge();
    expect(read(stays.number).card.quotes.map((one) => one.exact)).not.toContain("Nobody said this");
  });

  test("[CL21] makes sign-offs stale where something is taken over, and leaves those of the other on the record", () => {
    const bo = desk.member("Bo", "editor");
    stays.rate(ana, "unproven");
    stays.sign(bo);
    merge();
    expect(read(stays.number).reviews.map((one) => one.state)).toEqual(["stale"]);
    expect(read(other.number).reviews).toEqual([]);
  });

  test("[CL21] leaves sign-offs current where nothing is taken over", () => {
    const bo = desk.member("Bo", "editor");
    editOther((doc) => doc.getMap("quotes").clear());
    stays.rate(ana, "unproven");
    stays.sign(bo);
    merge();
    expect(read(stays.number).reviews.map((one) => one.state)).toEqual(["current"]);
  });

  test("[CL22] leads from the one to the other, also over a second merge, until it is moved back", () => {
    merge();
    expect(around(other.number)).toMatchObject({ into: { number: 1 }, by: { name: "Chen" }, from: [] });
    expect(around(stays.number)).toMatchObject({ into: null, from: [{ reference: "C-1-2" }] });
    const third = fromWords("up to 1,100 were moved");
    merge({ from: stays.number, into: third.number });
    expect(around(other.number).into?.number).toBe(third.number);
    moveOther(read(other.number).version, "inbox");
    expect(around(other.number).into).toBeNull();
    expect(around(stays.number).from).toEqual([]);
  });

  test("[CL22] a claim that was moved back can be merged again, the other way round", () => {
    merge();
    moveOther(read(other.number).version, "inbox");
    merge({ from: stays.number, into: other.number });
    expect(around(stays.number).into?.number).toBe(other.number);
    expect(read(other.number).card.quotes).toHaveLength(2);
  });
});

describe("what is refused", () => {
  const why = (run: () => unknown) => refusal(run).message;

  test("[CL23] a claim into itself, into one that is not there, and one that is dropped", () => {
    expect(said(look(chen, other.number, other.number).refusal)).toContain("cannot be merged into itself");
    expect(said(look(chen, other.number, 99).refusal)).toContain("There is no such claim here");
    merge();
    expect(said(look(chen, other.number, stays.number).refusal)).toBe(
      "C-1-2 is dropped already. Move it back before merging it.",
    );
    expect(said(look(chen, stays.number, other.number).refusal)).toContain("C-1-2 is dropped itself");
    expect(why(() => merge({ from: stays.number, into: other.number }))).toContain("C-1-2 is dropped itself");
  });

  test("[CL23] a circle of duplicates, by merging or by hand", () => {
    merge();
    const { version } = read(stays.number);
    const circle = { stage: "dropped", dropReason: "duplicate", duplicateOf: other.number, version } as const;
    expect(why(() => desk.services.claims.move(ana, stays.claimId, { ...circle, ...once() }))).toContain(
      "C-1-2 is dropped itself",
    );
  });

  test("[CL23] what was released", async () => {
    const bo = desk.member("Bo", "editor");
    stays.rate(ana, "unproven");
    stays.sign(bo);
    const { releases } = desk.services;
    const { ready } = await releases.preflight(ana, stays.caseNumber);
    await releases.make(ana, stays.caseNumber, { expected: ready, ...once() });
    expect(said(look(chen, stays.number, other.number).refusal)).toContain("C-1-1 was released in v1");
    expect(said(look(chen, other.number, stays.number).refusal)).toContain("C-1-1 is released as it stands");
  });

  test("[CL24] by viewers, and by whoever the case is not open to", () => {
    const vera = desk.member("Vera", "viewer");
    expect(refusal(() => look(vera)).kind).toBe("forbidden");
    expect(refusal(() => merge({ actor: vera })).kind).toBe("forbidden");
    const { version } = desk.services.cases.open(ana, stays.caseNumber);
    const choices = { title: "Counts", scaleId: null, quorum: 1, restricted: true, memberIds: [] };
    desk.services.cases.configure(ana, stays.caseNumber, { ...choices, version, ...once() });
    expect(refusal(() => look(chen)).kind).toBe("not_found");
    expect(refusal(() => merge({ actor: chen })).kind).toBe("not_found");
  });

  test("[CL25] when somebody else decided on the claim meanwhile, or merged it first: nothing is taken over then", () => {
    const third = fromWords("up to 1,100 were moved");
    const plan = look().preview?.plan ?? "";
    merge({ into: third.number, actor: ana });
    expect(why(() => merge({ plan, version: 1 }))).toContain("C-1-2 is dropped already");
    moveOther(read(other.number).version, "inbox");
    const error = refusal(() => merge({ version: 1 }));
    expect([error.kind, error.message]).toEqual(["conflict", expect.stringContaining("Meanwhile Ana moved it")]);
    expect(read(stays.number).card.quotes).toHaveLength(1);
  });

  test("[CL25] when a card changed since what is taken over was shown", () => {
    const plan = look().preview?.plan ?? "";
    editOther((doc) => addSource(doc, "late", { title: "A late source" }));
    expect(why(() => merge({ plan }))).toContain("One of the two cards changed while you looked");
    expect(read(other.number).stage).toBe("inbox");
  });

  test("[CL25] the same form twice is one merge", () => {
    const seen = { plan: look().preview?.plan ?? "", version: 1, ...once() };
    const twice = () =>
      desk.services.merges.merge(chen, stays.caseNumber, other.number, { into: stays.number, ...seen });
    expect(twice()).toEqual(twice());
    expect(read(stays.number).card.quotes).toHaveLength(2);
  });
});
