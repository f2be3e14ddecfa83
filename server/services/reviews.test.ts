import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addSource, setField } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { noteSignOffChanges } from "#server/services/reviews.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;
let chen: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  bo = desk.member("Bo", "editor");
  chen = desk.member("Chen", "analyst");
});

afterEach(() => desk.close());

const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error as Error & { kind: string; detail: Record<string, unknown> };
  }
  throw new Error("It was not refused.");
};

describe("sign-off", () => {
  test("[SO1] is bound to the hash that was read: an edit in between is refused and shown", () => {
    const claim = caseWithClaim(desk, ana);
    claim.rate(chen, "true");
    const { contentHash } = claim.read(bo);
    claim.edit(chen, (doc) => doc.getText("statement").insert(0, "Not "));
    const refused = refusal(() =>
      desk.services.reviews.signOff(bo, claim.claimId, { seenHash: contentHash, ...once() }),
    );
    expect(refused.kind).toBe("conflict");
    expect(refused.message).toContain("Chen changed the card");
    expect(refused.detail.contentHash).toBe(claim.read(bo).contentHash);
    expect(claim.read(bo).reviews).toEqual([]);
  });

  test("[SO2] the last person to change the material content cannot complete it", () => {
    const claim = caseWithClaim(desk, ana);
    claim.rate(bo, "true");
    expect(refusal(() => claim.sign(bo)).message).toContain("somebody else has to complete");
    expect(claim.sign(ana)).toMatchObject({ complete: true });
    expect(claim.read(ana).status).toBe("signed_off");
  });

  test("[SO2] with two sign-offs the last editor may give the first, and a lowered quorum does not make it enough", () => {
    const claim = caseWithClaim(desk, ana, { quorum: 2 });
    claim.rate(bo, "true");
    expect(claim.sign(bo)).toMatchObject({ complete: false });
    const { version } = desk.services.cases.open(ana, 1);
    desk.services.cases.configure(ana, 1, {
      title: "Counts",
      scaleId: "seven-step-1",
      quorum: 1,
      restricted: false,
      memberIds: [],
      version,
      ...once(),
    });
    expect(claim.read(ana).status).toBe("in_review");
  });

  test("[SO3] a material edit makes it stale, and going back to the same content makes it current again", () => {
    const claim = caseWithClaim(desk, ana);
    claim.rate(chen, "true");
    claim.sign(bo);
    claim.edit(chen, (doc) => setField(doc, "saidWhere", "Lenne"));
    expect(claim.read(bo).reviews[0]?.state).toBe("stale");
    expect(claim.read(bo).status).toBe("in_review");
    claim.edit(chen, (doc) => setField(doc, "saidWhere", ""));
    expect(claim.read(bo).reviews[0]?.state).toBe("current");
    expect(claim.read(bo).status).toBe("signed_off");
    const types = desk.services.history.record(ana, 1).events.map((one) => one.type);
    expect(types).toContain("sign_off.went_stale");
    expect(types).toContain("sign_off.current_again");
  });

  test("[RT35] of those who change a claim at once it goes stale by the first, and is current again by the last", () => {
    const claim = caseWithClaim(desk, ana);
    claim.rate(chen, "true");
    claim.sign(bo);
    const { claimId } = claim;
    const [signed, changed] = [claim.read(bo).contentHash, "0".repeat(64)];
    const change = { claimId, caseId: desk.services.cases.open(ana, 1).id, at: desk.clock.now };
    const [firstId, lastId] = [chen.id, ana.id];
    noteSignOffChanges(desk.db, { ...change, beforeHash: signed, afterHash: changed, firstId, lastId });
    const toldOf = desk.sqlite.prepare("select actor_id from notifications where reason = 'went_stale'").pluck();
    expect(toldOf.all()).toEqual([chen.id]);
    noteSignOffChanges(desk.db, { ...change, beforeHash: changed, afterHash: signed, firstId, lastId });
    const told = desk.sqlite
      .prepare("select type, actor_id from audit_events where type like 'sign_off.%' order by seq")
      .raw();
    expect(told.all()).toEqual([
      ["sign_off.went_stale", chen.id],
      ["sign_off.current_again", ana.id],
    ]);
  });

  test("[RT77] words are told as an edit, and as a decision when a sign-off or the release stands otherwise with them", async () => {
    const claim = caseWithClaim(desk, ana);
    const told: string[] = [];
    const { publish } = desk.live;
    desk.live.publish = (caseId, event) => {
      told.push(event.type);
      publish(caseId, event);
    };
    const where = async (words: string) => {
      told.length = 0;
      claim.edit(chen, (doc) => setField(doc, "saidWhere", words));
      await vi.waitFor(() => expect(told).toHaveLength(1));
      return told[0];
    };
    claim.rate(chen, "true");
    expect(await where("Harbour")).toBe("edit");
    const { reviewId } = claim.sign(bo);
    expect(await where("Lenne")).toBe("claim");
    expect(await where("Lenne, harbour")).toBe("edit");
    expect(await where("Harbour")).toBe("claim");
    const { contentHash } = claim.read(ana);
    const expected = [{ claimId: claim.claimId, contentHash }];
    await desk.services.releases.make(ana, claim.caseNumber, { expected, ...once() });
    desk.services.reviews.withdraw(bo, reviewId, once());
    expect(await where("Lenne")).toBe("claim");
    expect(await where("Lenne, harbour")).toBe("edit");
    expect(await where("Harbour")).toBe("claim");
  });

  test("[SO4] what is not material leaves it current: labels, a source's title, a note", () => {
    const claim = caseWithClaim(desk, ana);
    claim.rate(chen, "true");
    claim.edit(chen, (doc) => addSource(doc, "s1", { title: "Bulletin", url: "https://example.org/b" }));
    claim.sign(bo);
    claim.edit(chen, (doc) => {
      setField(doc, "labels", ["water"]);
      (doc.getMap("sources").get("s1") as import("yjs").Map<unknown>).set("note", "Ask again on Thursday.");
    });
    expect(claim.read(bo).status).toBe("signed_off");
  });

  test("[SO5] an analyst reviews when asked, and a viewer never", () => {
    const claim = caseWithClaim(desk, ana);
    claim.rate(bo, "true");
    expect(refusal(() => claim.sign(chen)).message).toContain("not asked");
    const vera = desk.member("Vera", "viewer");
    expect(refusal(() => claim.sign(vera)).kind).toBe("forbidden");
    desk.services.claims.assign(ana, claim.claimId, {
      assigneeId: bo.id,
      reviewerIds: [chen.id],
      dueAt: null,
      version: claim.read(ana).version,
      ...once(),
    });
    expect(claim.sign(chen)).toMatchObject({ complete: true });
  });

  test("[SO6] two people decide at once: the form that comes twice counts once, and a second signer adds to the first", () => {
    const claim = caseWithClaim(desk, ana, { quorum: 2 });
    claim.rate(chen, "true");
    const form = { seenHash: claim.read(ana).contentHash, ...once() };
    desk.services.reviews.signOff(ana, claim.claimId, form);
    desk.services.reviews.signOff(ana, claim.claimId, form);
    expect(claim.read(ana).reviews).toHaveLength(1);
    expect(refusal(() => claim.sign(ana)).message).toContain("already current");
    expect(claim.sign(bo)).toMatchObject({ complete: true });
  });

  describe("two people who decide on what they both saw", () => {
    type Claim = ReturnType<typeof caseWithClaim>;
    const signOff = (member: Member, { claimId }: Claim, seen: ReturnType<Claim["seen"]>) =>
      desk.services.reviews.signOff(member, claimId, { ...seen, ...once() });
    const requestChanges = (member: Member, { claimId }: Claim, seen: ReturnType<Claim["seen"]>) =>
      desk.services.reviews.requestChanges(member, claimId, { ...seen, reason: "Name the count.", ...once() });
    const ratedClaim = (quorum = 1) => {
      const claim = caseWithClaim(desk, ana, { quorum });
      claim.rate(chen, "true");
      return claim;
    };

    test("[SO6] a sign-off does not pass over a request for changes that its page had not seen", () => {
      const claim = ratedClaim();
      const seen = claim.seen(ana);
      requestChanges(bo, claim, claim.seen(bo));
      const refused = refusal(() => signOff(ana, claim, seen));
      expect(refused.message).toBe("Bo asked for changes at 09:00 UTC: “Name the count.” Read it, then decide again.");
      expect(refused).toMatchObject({ kind: "conflict", detail: { decision: { by: "Bo", at: desk.clock.now } } });
      expect(claim.read(ana)).toMatchObject({ stage: "researching", reviews: [{ decision: "request_changes" }] });
      expect(claim.sign(ana)).toMatchObject({ complete: false });
    });

    test("[SO6] both sign-offs count while the case asks for both", () => {
      const claim = ratedClaim(2);
      const [hers, his] = [claim.seen(ana), claim.seen(bo)];
      expect(signOff(ana, claim, hers)).toMatchObject({ complete: false });
      expect(signOff(bo, claim, his)).toMatchObject({ complete: true });
    });

    test("[SO6] the second is told that nothing is left to do when one was enough, and may still add a signature", () => {
      const claim = ratedClaim();
      const seen = claim.seen(bo);
      claim.sign(ana);
      expect(refusal(() => signOff(bo, claim, seen)).message).toBe(
        "Ana signed off at 09:00 UTC, which completes the claim. Nothing is left to do.",
      );
      expect(claim.read(bo).reviews).toHaveLength(1);
      expect(claim.sign(bo)).toMatchObject({ complete: true });
    });

    test("[SO6] a request for changes does not undo a complete sign-off that its page had not seen", () => {
      const claim = ratedClaim();
      const seen = claim.seen(bo);
      claim.sign(ana);
      expect(refusal(() => requestChanges(bo, claim, seen)).message).toMatch(/^Ana signed off at 09:00 UTC/);
      expect(claim.read(ana).status).toBe("signed_off");
      requestChanges(bo, claim, claim.seen(bo));
      expect(claim.read(ana).status).toBe("researching");
    });
  });

  test("[SO7] a request for changes blocks until its author signs or an editor overrides it with a reason", () => {
    const claim = caseWithClaim(desk, ana);
    claim.rate(chen, "true");
    desk.services.reviews.requestChanges(bo, claim.claimId, {
      seenHash: claim.read(bo).contentHash,
      reason: "Name the count.",
      ...once(),
    });
    expect(claim.read(ana).stage).toBe("researching");
    claim.sign(ana);
    expect(claim.read(ana).status).not.toBe("signed_off");
    const request = claim.read(ana).reviews.find((one) => one.decision === "request_changes");
    expect(
      refusal(() => desk.services.reviews.clear(ana, request?.id ?? "", { reason: " ", ...once() })).message,
    ).toContain("reason");
    desk.services.reviews.clear(ana, request?.id ?? "", { reason: "The count is named in the rationale.", ...once() });
    expect(claim.read(ana).status).toBe("signed_off");
  });

  test("[SO8] is withdrawn only by the person who signed, and stays on the record", () => {
    const claim = caseWithClaim(desk, ana);
    claim.rate(chen, "true");
    claim.sign(bo);
    const id = claim.read(bo).reviews[0]?.id ?? "";
    expect(refusal(() => desk.services.reviews.withdraw(ana, id, once())).kind).toBe("forbidden");
    desk.services.reviews.withdraw(bo, id, once());
    expect(claim.read(bo).reviews[0]?.state).toBe("withdrawn");
    expect(claim.read(bo).status).toBe("in_review");
  });

  test("[SO9] needs a verdict: a card without one cannot be signed", () => {
    const claim = caseWithClaim(desk, ana);
    expect(refusal(() => claim.sign(bo)).message).toContain("no verdict");
  });

  test("[SO10] the stored card cannot be changed afterwards, not even by SQL", () => {
    const claim = caseWithClaim(desk, ana);
    claim.rate(chen, "true");
    claim.sign(bo);
    expect(() => desk.sqlite.prepare("update reviews set content_hash = 'x'").run()).toThrow(/immutable/);
    expect(() => desk.sqlite.prepare("delete from reviews").run()).toThrow(/append-only/);
  });
});
