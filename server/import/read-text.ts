import { languageTag } from "#domain/language-tag.ts";
import { safeHref } from "#domain/safe-href.ts";
import { isoDate } from "#domain/said-when.ts";
import { type CheckText, LONGEST } from "#server/import/check.ts";
import { hasMarkup, hasUnseen, withoutMarkup, withoutUnseen } from "#server/import/plain-text.ts";
import { type Notes, quoted } from "#server/import/report.ts";
import { isRecord, type Spot, type TextAt, textsAt } from "#server/import/spot.ts";

type Field = CheckText | "appearances" | "citations";

/** The text of a field: of a list the first, without HTML and control characters, cut to its length. */
export function readText(spot: Spot, field: CheckText, notes: Notes): string {
  const found = textsAt(spot);
  if (found.length === 0 && isRecord(spot.value) && Object.keys(spot.value).some((name) => !name.startsWith("@")))
    notes.add(spot.path, field, "note_not_understood");
  const [one, ...others] = found.filter(({ text }) => text.trim() !== "");
  if (!one) return "";
  if (Array.isArray(spot.value)) notes.add(spot.path, field, "note_list", { count: found.length });
  spot.read.add(one.path);
  return others.length > 0 || one ? tidied(one, field, notes) : "";
}

/** Without what is no word, and no longer than the field may be. */
export function tidied({ path, text: given }: TextAt, field: Field, notes: Notes, longest = LONGEST[field]): string {
  let text = given.toWellFormed().trim();
  if (hasUnseen(text)) {
    notes.add(path, field, "note_unseen");
    text = withoutUnseen(text).trim();
  }
  if (hasMarkup(text)) {
    notes.add(path, field, "note_markup", { given: quoted(text) });
    text = withoutMarkup(text);
  }
  if (text.length <= longest) return text;
  notes.add(path, field, "note_cut", { count: text.length, limit: longest });
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, "");
}

/** A date that exists, as finely as it was given; of anything else the report says what it was. */
export function readDate(spot: Spot, field: "claimDate" | "reviewDate", notes: Notes): string {
  const text = readText(spot, field, notes);
  if (text === "" || isoDate(text, "day") !== null) return text;
  notes.add(spot.path, field, "note_no_date", { given: quoted(text) });
  return "";
}

/** The tag of a language, whether it was written as one or by its name. */
export function readLanguage(spot: Spot, notes: Notes): string {
  const text = readText(spot, "language", notes);
  const tag = text === "" ? "" : languageTag(text);
  if (tag === null) notes.add(spot.path, "language", "note_no_language", { given: quoted(text) });
  return tag ?? "";
}

const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

/** A web address; a relative one is read from the page that it stood on, where that is known. */
export function readAddress(at: TextAt, field: Field, base: string, notes: Notes): string {
  const given = at.text.trim();
  if (given === "") return "";
  const isWhole = /^[a-z][a-z\d+.-]*:/i.test(given);
  const whole = isWhole ? given : HOST.test(given) ? `https://${given}` : base && URL.parse(given, base)?.href;
  if (!whole) return leaveOut(at, field, "note_relative", notes);
  const href = safeHref(whole);
  if (!href || !/^https?:/.test(href)) return leaveOut(at, field, "note_no_address", notes);
  if (href.length > LONGEST[field]) return leaveOut(at, field, "note_long_address", notes);
  if (!isWhole && !HOST.test(given)) notes.add(at.path, field, "note_resolved", { given: quoted(given) });
  return href;
}

function leaveOut(
  { path, text }: TextAt,
  field: Field,
  id: "note_relative" | "note_no_address" | "note_long_address",
  notes: Notes,
) {
  notes.add(path, field, id, { given: quoted(text.trim()) });
  return "";
}
