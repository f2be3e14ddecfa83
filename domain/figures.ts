/** A figure as it was given: "up to 1,500" stays an upper bound and never becomes 1500. */
export const QUALIFIERS = ["exactly", "about", "at_least", "more_than", "up_to", "fewer_than", "between"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

const QUALIFIER_WORDS: Record<Qualifier, string> = {
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

/** A figure without the time for which it holds. */
export type BoundedAmount = Pick<Figure, "qualifier" | "value" | "upper" | "unit">;

export { guessFigures } from "#domain/figure-guess.ts";
export { amountReadings, parseAmount } from "#domain/parse-amount.ts";

const CANONICAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Says a figure with its bound: "up to 1,500 detainees", "between 100 and 120 people"; exactly is said by no word.
 * A value that is missing shows as "…", one that is no canonical decimal as it is.
 */
export function formatFigure(figure: BoundedAmount, locale = "en"): string {
  const { qualifier, unit } = figure;
  const value = formatAmount(figure.value, locale);
  const amount = qualifier === "between" ? `${value} and ${formatAmount(figure.upper, locale)}` : value;
  const word = qualifier === "exactly" ? "" : QUALIFIER_WORDS[qualifier];
  return [word, amount, unit.trim()].filter((part) => part !== "").join(" ");
}

/** Groups the digits by the locale's rules and keeps every one of them: the value never becomes a floating-point number. */
export function formatAmount(value: string, locale: string): string {
  const [, sign, whole, fraction = ""] = CANONICAL.exec(value) ?? [];
  if (whole === undefined) return value.trim() || "…";
  const { format, mark, digitsOf } = numbersOf(locale);
  const digits = [...fraction].map((digit) => digitsOf[Number(digit)]).join("");
  const amount = `${format.format(BigInt(whole))}${digits && mark}${digits}`;
  return sign ? format.format(-1n).replace(format.format(1n), () => amount) : amount;
}

type Numbers = { format: Intl.NumberFormat; mark: string; digitsOf: string[] };
const numbers = new Map<string, Numbers>();

/** How a locale writes numbers. It is asked once, because asking costs more than writing a thousand of them. */
function numbersOf(locale: string): Numbers {
  const known = numbers.get(locale);
  if (known) return known;
  const format = new Intl.NumberFormat(locale);
  const mark = format.formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
  const digitsOf = Array.from({ length: 10 }, (_, digit) => format.format(digit));
  const made = { format, mark, digitsOf };
  numbers.set(locale, made);
  return made;
}

/**
 * The ends of the range that a figure allows, for drawing; null where it is open or not entered. "about" gives its value
 * at both ends: how wide it is was not said.
 */
export function figureRange(figure: Omit<Figure, "id">): { low: number | null; high: number | null } {
  const number = (value: string) => (CANONICAL.test(value) ? Number(value) : null);
  const value = number(figure.value);
  switch (figure.qualifier) {
    case "at_least":
    case "more_than":
      return { low: value, high: null };
    case "up_to":
    case "fewer_than":
      return { low: null, high: value };
    case "between":
      return inOrder(value, number(figure.upper));
    default:
      return { low: value, high: value };
  }
}

function inOrder(low: number | null, high: number | null): { low: number | null; high: number | null } {
  return low !== null && high !== null && low > high ? { low: high, high: low } : { low, high };
}
