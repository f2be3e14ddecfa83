import { codeOf, REORDERING } from "#domain/hidden-signs.ts";

/** C0 and C1 controls except tab and line feed, and lone surrogates. */
const CONTROLS = /[^\P{Cc}\t\n]|\p{Cs}/gu;
const RTL_SCRIPTS = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/**
 * Makes text safe to read: line ends become "\n", controls become U+FFFD, and a character that reorders what follows is
 * printed by its number, e.g. "[U+202E]". Joiners and direction marks, which scripts need, stay.
 */
export function readable(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(CONTROLS, "\ufffd")
    .replace(REORDERING, (sign) => `[${codeOf(sign)}]`);
}

/** Readable text on one line. */
export function oneLine(text: string): string {
  return readable(text).replace(/\s+/g, " ").trim();
}

/** The language as a BCP 47 tag in canonical form, or empty when what was entered is not one. */
export const languageTag = remembered((language) => {
  try {
    return Intl.getCanonicalLocales(language.trim())[0] ?? "";
  } catch {
    return "";
  }
});

/** The writing direction of a language; "auto", decided by the text itself, when the language is not known. */
export const directionOf = remembered((language): "ltr" | "rtl" | "auto" => {
  const tag = languageTag(language);
  if (!tag) return "auto";
  const script = new Intl.Locale(tag).maximize().script;
  return script ? (RTL_SCRIPTS.has(script) ? "rtl" : "ltr") : "auto";
});

/** A report asks for the same few languages hundreds of times, and Intl takes long to answer. */
function remembered<T>(answer: (language: string) => T): (language: string) => T {
  const known = new Map<string, T>();
  return (language) => {
    const found = known.get(language);
    if (found !== undefined) return found;
    if (known.size >= 200) known.clear();
    const given = answer(language);
    known.set(language, given);
    return given;
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An ISO 8601 time in UTC, in words: "13 Mar 2026, 16:20 UTC". Anything else comes back as it is. */
export function utcTime(iso: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}).*Z$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}, ${time} UTC` : iso;
}

const OWN_MARKS = /^\s*[“”„‟"«»‹›「『].*[“”‟"«»‹›」』]\s*$/su;

/** Whether quoted words bring their own quotation marks. */
export const hasOwnMarks = (text: string) => OWN_MARKS.test(text);

/** Text between quotation marks, which are not put a second time. */
export const inMarks = (text: string) => (hasOwnMarks(text) ? text : `“${text}”`);
