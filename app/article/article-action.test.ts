import { describe, expect, test } from "vitest";
import { articleForm } from "#app/article/article-action.ts";
import { LIMITS } from "#domain/limits.ts";
import { asMessage } from "#domain/words/refusal.ts";

const dismiss = (ordinals: string) =>
  articleForm.safeParse({ intent: "dismiss", ordinals, reason: "no_claim", versionNumber: "1", once: "seed:1:2:3" });

describe("the sentences that a form dismisses", () => {
  test("[DO5] are each taken once, also every one of a long article", () => {
    expect(dismiss("3,4,3,04").data).toMatchObject({ ordinals: [3, 4] });
    const all = Array.from({ length: LIMITS.sentences }, (_, at) => at);
    expect(dismiss(all.join(",")).data).toMatchObject({ ordinals: all });
  });

  test.each(["", ",", "1,", "one", "-1", "1.5", "1,,2", "1e3", "9".repeat(400)])(
    "[DO5] %j names no sentence, and that is said",
    (list) => expect(dismiss(list).error?.issues[0]?.message).toBe(asMessage("article", "sentence_first")),
  );

  test("[DO5] more than an article can have are refused in words, however many millions come", () => {
    expect(dismiss("0,".repeat(4_000_000)).error?.issues[0]?.message).toBe(asMessage("article", "sentences_fewer"));
  });
});
