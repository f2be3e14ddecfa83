/** A figure as it was given: "up to 1,500" stays an upper bound and never becomes 1500. */
export const QUALIFIERS = ["exactly", "about", "at_least", "more_than", "up_to", "fewer_than", "between"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const QUALIFIER_WORDS: Record<Qualifier, string> = {
  exactly: "exactly",
  about: "about",
  at_least: "at least",
  more_than: "more than",
  up_to: "up to",
  fewer_than: "fewer than",
  between: "between",
};

export type Figure = {
  id: string;
  qualifier: Qualifier;
  /** Canonical decimal, e.g. "1500" or "-2.5"; empty while nobody has entered it. */
  value: string;
  /** The upper end for `between`, else empty. */
  upper: string;
  unit: string;
  /** When the figure held, as given: "Monday evening", "2026-03-08". */
  asOf: string;
};
