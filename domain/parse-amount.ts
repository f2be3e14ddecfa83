/** First digit of each decimal script that people type figures in: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const SCALES: Record<string, number> = { thousand: 3, million: 6, mn: 6, billion: 9, bn: 9, trillion: 12 };
const MAX_DIGITS = 60;

/**
 * Reads a typed number as a canonical decimal ("1500", "-2.5"), or null when it is anything else. Takes "1,500",
 * "1 500", "1.500,5", "٨١", "1.5 million".
 *
 * A single comma or point before exactly three digits could mean either thing. It groups thousands ("1.500" is 1500),
 * unless `locale` writes its decimals with it, the number starts with a zero ("0.125"), it is the Arabic
 * decimal mark, or it is a point before a word such as "million" ("1.125 million").
 */
export function parseAmount(input: string, locale?: string): string | null {
  const match = /^([-+]?)([\d.,\s'’]*\d)(?:\s*([a-z]+))?$/i.exec(asciiDigits(input.trim()));
  if (!match) return null;
  const [, sign, written = "", word] = match;
  const scale = word === undefined ? 0 : SCALES[word.toLowerCase()];
  if (scale === undefined) return null;
  const parts = decimalParts(written, word !== undefined || input.includes("٫") ? "." : decimalMark(locale));
  return parts && canonical(sign === "-", parts.whole, parts.fraction, scale);
}

/**
 * Every number that an amount typed on an English page may mean: none, one, or two. "1.500" is 1.5 to one reader and
 * 1500 to the next; "1,500" is what the page itself writes.
 */
export function amountReadings(input: string): string[] {
  const readings = [parseAmount(input), parseAmount(input, "en")];
  return [...new Set(readings)].filter((one) => one !== null);
}

function asciiDigits(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => {
      const zero = ZEROS.find(
        (one) => (digit.codePointAt(0) ?? 0) - one >= 0 && (digit.codePointAt(0) ?? 0) - one < 10,
      );
      return zero === undefined ? digit : String((digit.codePointAt(0) ?? 0) - zero);
    })
    .replace(/٫/g, ".")
    .replace(/٬/g, "'")
    .replace(/−/g, "-");
}

function decimalMark(locale: string | undefined): string | undefined {
  if (!locale) return undefined;
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === "decimal")?.value;
}

function decimalParts(written: string, decimal: string | undefined): { whole: string; fraction: string } | null {
  const mark = decimalIn(written, decimal);
  const at = mark === null ? written.length : written.lastIndexOf(mark);
  const whole = ungrouped(written.slice(0, at));
  const fraction = written.slice(at + 1);
  return whole === null || !/^\d*$/.test(fraction) ? null : { whole, fraction };
}

/** Which of the marks, if any, stands before the fraction. */
function decimalIn(written: string, decimal: string | undefined): "." | "," | null {
  const last = written.lastIndexOf(".") > written.lastIndexOf(",") ? "." : ",";
  const other = last === "." ? "," : ".";
  const times = written.split(last).length - 1;
  if (times !== 1) return null;
  if (written.includes(other)) return last;
  const couldGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(written);
  return couldGroup && decimal !== last ? null : last;
}

/** The digits of a whole number whose groups, if any, have three digits and one kind of mark between them. */
function ungrouped(whole: string): string | null {
  const even = whole.replaceAll("’", "'");
  if (!/^(?:\d*|\d{1,3}(?:([.,\s'])\d{3})(?:\1\d{3})*)$/.test(even)) return null;
  return even.replace(/\D/g, "");
}

function canonical(negative: boolean, whole: string, fraction: string, scale: number): string | null {
  if (whole.length + fraction.length > MAX_DIGITS) return null;
  const shifted = fraction.padEnd(scale, "0");
  const integer = (whole + shifted.slice(0, scale)).replace(/^0+(?=\d)/, "") || "0";
  const rest = shifted.slice(scale).replace(/0+$/, "");
  const value = rest === "" ? integer : `${integer}.${rest}`;
  return negative && value !== "0" ? `-${value}` : value;
}
