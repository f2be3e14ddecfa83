/** What a check that somebody published says, as far as it is kept. Texts are empty where nothing is known. */
export type Check = Record<CheckText, string> &
  Record<CheckNumber, number | null> & {
    /** Addresses where the claim was seen. */
    appearances: string[];
    /** What the check rests on, or leads to in its text. */
    citations: Work[];
  };
/** Something published that a check names: by its title, its address, or both. */
export type Work = { title: string; url: string };

/** Dates are ISO 8601, as finely as they were given; several claimants stand with semicolons between them. */
export const CHECK_TEXTS = [
  ...(["claim", "title", "claimant", "claimantUrl", "claimDate", "saidWhen", "saidWhere"] as const),
  ...(["publisher", "publisherUrl", "author", "url", "reviewDate", "language"] as const),
  ...(["rating", "explanation", "body"] as const),
] as const;
export const CHECK_NUMBERS = ["value", "best", "worst"] as const;
export const CHECK_FIELDS = [...CHECK_TEXTS, ...CHECK_NUMBERS, "appearances", "citations"] as const;

export type CheckText = (typeof CHECK_TEXTS)[number];
export type CheckNumber = (typeof CHECK_NUMBERS)[number];
export type CheckField = (typeof CHECK_FIELDS)[number];

/** UTF-16 units of each text; what is longer is cut, an address that is longer is left out, and the report says so. */
export const LONGEST: Record<CheckText | "appearances" | "citations", number> = {
  ...{ claim: 5_000, title: 1_000, claimant: 1_000, claimantUrl: 8_192, claimDate: 40, saidWhen: 300, saidWhere: 300 },
  ...{ publisher: 300, publisherUrl: 8_192, author: 300, url: 8_192, reviewDate: 40, language: 40 },
  ...{ rating: 500, explanation: 5_000, body: 20_000, appearances: 8_192, citations: 8_192 },
};
export const MOST_APPEARANCES = 50;
export const MOST_CITATIONS = 100;
