import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Review } from "#domain/review.ts";
import { isSignedOff, signOffState, statusOf, whyNotSign } from "#domain/review.ts";
import { inEnglish } from "#domain/words/english.ts";
import type { Saying } from "#domain/words/say.ts";

const signed = (reviewerId: string, given: Partial<Review> = {}): Review => ({
  id: `${reviewerId}-1`,
  reviewerId,
  decision: "sign_off",
  contentHash: "now",
  lastEditorId: "writer",
  at: 1,
  withdrawnAt: null,
  supersededAt: null,
  clearedAt: null,
  ...given,
});
const asksForChanges = (given: Partial<Review> = {}) => signed("critic", { decision: "request_changes", ...given });
const claim = { contentHash: "now", lastEditorId: "writer", quorum: 1, stage: "in_review" as const };
const said = (why: Saying | null) => why && inEnglish(why);

describe("a sign-off is bound to what was read [SO3]", () => {
  test("it is current on the same content, stale on another, and current again when the content comes back", () => {
    expect(["now", "edited", "now"].map((hash) => signOffState(signed("r"), hash))).toEqual([
      "current",
      "stale",
      "current",
    ]);
  });

  test("withdrawn and superseded ones stay so on any content", () => {
    expect(signOffState(signed("r", { withdrawnAt: 2 }), "now")).toBe("withdrawn");
    expect(signOffState(signed("r", { supersededAt: 2 }), "now")).toBe("superseded");
    expect(isSignedOff([signed("r", { withdrawnAt: 2 })], "now", 1)).toBe(false);
  });
});

describe("nobody verifies alone [SO4]", () => {
  test("the writer's own sign-off completes nothing", () => {
    expect(isSignedOff([signed("writer")], "now", 1)).toBe(false);
    expect(said(whyNotSign("writer", [], claim))).toContain("somebody else");
    expect(whyNotSign("reader", [], claim)).toBeNull();
  });

  test("under a quorum of two the writer may sign first, but not last", () => {
    const two = { ...claim, quorum: 2 };
    expect(whyNotSign("writer", [], two)).toBeNull();
    expect(said(whyNotSign("writer", [signed("reader")], two))).toContain("somebody else");
    expect(isSignedOff([signed("writer"), signed("reader")], "now", 2)).toBe(true);
  });

  test("one person who signs twice is one person", () => {
    expect(isSignedOff([signed("r"), signed("r", { id: "r-2" })], "now", 2)).toBe(false);
    expect(said(whyNotSign("r", [signed("r")], { ...claim, quorum: 2 }))).toContain("already current");
  });

  test("whatever the order of signatures and edits, a completed sign-off holds somebody who did not write the content", () => {
    const people = fc.constantFrom("ann", "ben", "cem");
    const steps = fc.array(fc.record({ who: people, edits: fc.boolean(), text: fc.constantFrom("x", "y") }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, fc.constantFrom(1, 2, 3), (list, quorum) => {
        let now = { ...claim, quorum, contentHash: "x", lastEditorId: "ann" as string };
        const reviews: Review[] = [];
        for (const { who, edits, text } of list) {
          const before = isSignedOff(reviews, now.contentHash, quorum);
          if (edits && text !== now.contentHash) now = { ...now, contentHash: text, lastEditorId: who };
          else if (!edits && whyNotSign(who, reviews, now) === null) {
            reviews.push(signed(who, { contentHash: now.contentHash, lastEditorId: now.lastEditorId }));
            const completes = !before && isSignedOff(reviews, now.contentHash, quorum);
            expect(completes && who === now.lastEditorId).toBe(false);
          }
          const current = reviews.filter((one) => one.contentHash === now.contentHash);
          if (isSignedOff(reviews, now.contentHash, quorum))
            expect(current.some((one) => one.reviewerId !== one.lastEditorId)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the status that people see", () => {
  const status = (given: Partial<Parameters<typeof statusOf>[0]>) =>
    statusOf({
      stage: "in_review",
      contentHash: "now",
      quorum: 1,
      reviews: [signed("r")],
      releasedHash: null,
      ...given,
    });

  test.each<[string, Partial<Parameters<typeof statusOf>[0]>, string]>([
    ["a current sign-off", {}, "signed_off"],
    ["a stale one", { contentHash: "edited" }, "in_review"],
    ["released as it stands", { releasedHash: "now" }, "released"],
    ["released, then changed and signed again", { releasedHash: "old" }, "signed_off"],
    ["released, then changed", { releasedHash: "now", contentHash: "edited" }, "in_review"],
    ["dropped after the sign-off", { stage: "dropped" }, "dropped"],
    ["an open request for changes", { reviews: [signed("r"), asksForChanges()] }, "in_review"],
    ["a cleared request for changes", { reviews: [signed("r"), asksForChanges({ clearedAt: 2 })] }, "signed_off"],
    ["a quorum that is not reached", { quorum: 2 }, "in_review"],
  ])("%s", (_, given, expected) => {
    expect(status(given)).toBe(expected);
  });

  test("a dropped claim cannot be signed", () => {
    expect(said(whyNotSign("r", [], { ...claim, stage: "dropped" }))).toContain("dropped");
  });
});
