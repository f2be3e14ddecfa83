/** A rating scale: an ordered list of labels with definitions. Versioned, because a rating keeps the definition it was given under. */
export const MARKS = ["true", "mostly", "mixed", "misleading", "false", "unproven", "disputed", "none"] as const;
export type Mark = (typeof MARKS)[number];

export type Rating = {
  id: string;
  label: string;
  /** The shape that stands for the label, so that colour is never the only sign. */
  mark: Mark;
  /** The number for ClaimReview (1 = worst); null for a label that is off the scale. */
  value: number | null;
  definition: string;
};

export type Scale = { id: string; key: string; version: number; name: string; ratings: Rating[] };

const rating = (id: string, label: string, mark: Mark, value: number | null, definition: string): Rating => ({
  id,
  label,
  mark,
  value,
  definition,
});

/** The scales that every installation starts with. Definitions are this project's own words. */
export const PRESET_SCALES: readonly Scale[] = [
  {
    id: "seven-step-1",
    key: "seven-step",
    version: 1,
    name: "Seven steps",
    ratings: [
      rating("true", "True", "true", 5, "The statement is accurate and nothing important is left out."),
      rating(
        "mostly-true",
        "Mostly true",
        "mostly",
        4,
        "Accurate in substance; a detail is off or needs a word of context.",
      ),
      rating("mixed", "Mixed", "mixed", 3, "Accurate and inaccurate parts weigh about the same."),
      rating("misleading", "Misleading", "misleading", 2, "The parts may be accurate, but what they add up to is not."),
      rating("false", "False", "false", 1, "The evidence contradicts the statement."),
      rating("unproven", "Unproven", "unproven", null, "There is not enough evidence to say either way."),
      rating("disputed", "Disputed", "disputed", null, "Credible sources give accounts that cannot all be right."),
    ],
  },
  {
    id: "truth-meter-1",
    key: "truth-meter",
    version: 1,
    name: "Six steps, PolitiFact-like",
    ratings: [
      rating("true", "True", "true", 6, "Accurate, with nothing significant missing."),
      rating("mostly-true", "Mostly true", "mostly", 5, "Accurate, but needs clarification or more information."),
      rating(
        "half-true",
        "Half true",
        "mixed",
        4,
        "Partly accurate; important details are left out or out of context.",
      ),
      rating(
        "mostly-false",
        "Mostly false",
        "misleading",
        3,
        "Has some truth in it but ignores facts that would give another impression.",
      ),
      rating("false", "False", "false", 2, "Not accurate."),
      rating("absurd", "False and absurd", "false", 1, "Not accurate, and ridiculous to assert."),
    ],
  },
  {
    id: "correctness-1",
    key: "correctness",
    version: 1,
    name: "Correctness, Africa-Check-like",
    ratings: [
      rating("correct", "Correct", "true", 5, "The best evidence supports the statement."),
      rating("mostly-correct", "Mostly correct", "mostly", 4, "Right in essence, with a minor error or omission."),
      rating("exaggerated", "Exaggerated", "mixed", 3, "There is something to it, but it is made larger than it is."),
      rating("understated", "Understated", "mixed", 3, "There is something to it, but it is made smaller than it is."),
      rating(
        "misleading",
        "Misleading",
        "misleading",
        2,
        "It leaves an impression that the evidence does not support.",
      ),
      rating("incorrect", "Incorrect", "false", 1, "The best evidence contradicts the statement."),
      rating("unproven", "Unproven", "unproven", null, "Publicly available evidence neither proves nor disproves it."),
    ],
  },
  {
    id: "seven-step-ar-1",
    key: "seven-step-ar",
    version: 1,
    name: "سبع درجات",
    ratings: [
      rating("true", "صحيح", "true", 5, "نص الادعاء دقيق، ولم يُغفل شيئًا مهمًا."),
      rating("mostly-true", "صحيح في معظمه", "mostly", 4, "دقيق في جوهره؛ فيه تفصيل غير دقيق أو ينقصه شيء من السياق."),
      rating("mixed", "مختلط", "mixed", 3, "تتساوى تقريبًا أجزاؤه الدقيقة وغير الدقيقة."),
      rating("misleading", "مضلل", "misleading", 2, "قد تكون أجزاؤه دقيقة، أما ما توحي به مجتمعة فلا."),
      rating("false", "خاطئ", "false", 1, "تناقضه الأدلة."),
      rating("unproven", "غير مثبت", "unproven", null, "لا تكفي الأدلة لإثباته ولا لنفيه."),
      rating("disputed", "متنازع عليه", "disputed", null, "تقدم مصادر موثوقة روايات لا يمكن أن تصح كلها."),
    ],
  },
];

type Given = { scaleId: string; ratingId: string };

/** The rating of a card on this version of a scale. One that names another version is never read on this one. */
export function ratingGiven(scale: Scale | null, given: Given): Rating | null {
  return given.scaleId === scale?.id ? ratingOf(scale, given.ratingId) : null;
}

export function isRatedElsewhere(scale: Scale | null, { scaleId, ratingId }: Given): boolean {
  return ratingId !== "" && scaleId !== (scale?.id ?? null);
}

export function ratingOf(scale: Scale | null, ratingId: string | null): Rating | null {
  return scale?.ratings.find((one) => one.id === ratingId) ?? null;
}
