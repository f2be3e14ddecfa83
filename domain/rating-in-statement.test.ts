import { describe, expect, test } from "vitest";
import { ratingAfterStatement, ratingInStatement } from "#domain/rating-in-statement.ts";
import { PRESET_SCALES } from "#domain/scales.ts";

const scale = PRESET_SCALES.find((one) => one.id === "seven-step-1") ?? null;

describe("a statement that carries its rating", () => {
  test.each([
    ["False: 120 people escaped.", "False"],
    ["False", "False"],
    ["  mostly true. The dyke held.", "Mostly true"],
    ["(Misleading) The count was doubled.", "Misleading"],
    ["“Disputed”: the number of the displaced", "Disputed"],
    ["False – the sluice was closed", "False"],
    ["TRUE!", "True"],
  ])("[RL10] is told from its words: %j", (statement, label) =>
    expect(ratingInStatement(statement, scale)).toBe(label),
  );

  test.each([
    "False alarms rose by a third in March.",
    "False-flag attacks were planned.",
    "True Finns won 39 seats.",
    "The minister's claim is false.",
    "Mixed-race couples were counted twice.",
    "",
  ])("[RL10] is not %j", (statement) => expect(ratingInStatement(statement, scale)).toBeNull());

  test("[RL10] needs a scale whose labels it could carry", () => {
    expect(ratingInStatement("False: 120 people escaped.", null)).toBeNull();
    const odd = { ...(scale as NonNullable<typeof scale>), ratings: [{ ...scale?.ratings[0], label: "4/5 (*)" }] };
    expect(ratingInStatement("4/5 (*): it rained", odd as typeof scale)).toBe("4/5 (*)");
  });
});

describe("a statement that ends with its rating", () => {
  test.each([
    ["120 people escaped (False)", "False"],
    ["120 people escaped. [Mostly true]", "Mostly true"],
    ["120 people escaped – false.", "False"],
    ["120 people escaped: MISLEADING!", "Misleading"],
  ])("[LN2] is told from its words: %j", (statement, label) =>
    expect(ratingAfterStatement(statement, scale)).toBe(label),
  );

  test.each(["The minister's claim is false.", "They called it half-true", "It was a false alarm", ""])(
    "[LN2] is not %j",
    (statement) => expect(ratingAfterStatement(statement, scale)).toBeNull(),
  );
});
