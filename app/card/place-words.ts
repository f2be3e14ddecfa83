const WORDS = new Map(
  Object.entries({
    statement: "Statement",
    gaps: "What is not known",
    verdict: "Verdict sentence",
    rationale: "Rationale",
    "fields/claimant": "Claimant",
    "fields/outlet": "Outlet",
    "fields/speaker": "Speaker",
    "fields/organisation": "Organisation",
    "fields/mode": "Assertion mode",
    "fields/saidWhen": "Said when",
    "fields/saidWhenPrecision": "Precision",
    "fields/saidWhere": "Said where",
    "fields/ratingId": "Rating",
    "fields/scaleId": "Scale",
    "fields/language": "Language",
    "fields/labels": "Labels",
    "fields/claimantGuessed": "Claimant confirmed",
  }),
);

const GROUPS = new Map(Object.entries({ figures: "Figures", quotes: "Quotes", sources: "Sources", fields: "Details" }));

/** The place in words, as it stands above the field; colleagues' browsers may name any place. */
export function placeWord(place: string): string {
  return WORDS.get(place) ?? GROUPS.get(place.split("/")[0] ?? "") ?? "The card";
}
