/** What the address of an archived copy tells of it. */
export type ArchivedAddress = {
  /** The page that the copy was made of. */
  original: string;
  /** When it was made, in UTC; null where the address does not tell the day. */
  made: { at: number; precision: "time" | "day" } | null;
};

const ARCHIVES =
  /^(?:web\.archive\.org|wayback\.archive-it\.org|archive\.(?:today|ph|is|li|vn|md|fo)|arquivo\.pt|webarchive\.nationalarchives\.gov\.uk|(?:www\.)?webarchive\.org\.uk)$/;
/** A stamp, as "20260312094000", "2026.03.12-094000" or with letters for how the copy is shown, and the page behind it. */
const STAMPED = /\/(\d{4}(?:[.-]?\d{1,2}){0,5})(?:[a-z]{2}_)?\/([^/].*)$/s;
const BARE = /\/(https?:\/{1,2}.+)$/is;

/** Reads an address of a public archive that names the page it keeps; null for any other, also for a short one. */
export function archivedAddress(address: string): ArchivedAddress | null {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol) || !ARCHIVES.test(url.host)) return null;
  const path = url.pathname + url.search + url.hash;
  const [, stamp = "", stamped] = STAMPED.exec(path) ?? [];
  const page = stamped ?? BARE.exec(path)?.[1];
  return page === undefined ? null : { original: asAddress(page), made: momentOf(stamp.replace(/\D/g, "")) };
}

/** Archives may drop the scheme or one of its slashes, and people may escape the whole. */
function asAddress(page: string): string {
  if (/^https?%3a/i.test(page)) return unescaped(page);
  return /^https?:/i.test(page) ? page.replace(/^(https?:)\/*/i, "$1//") : `http://${page}`;
}

/** Escapes that are no text in UTF-8 stay. */
function unescaped(page: string): string {
  try {
    return decodeURIComponent(page);
  } catch {
    return page;
  }
}

function momentOf(digits: string): ArchivedAddress["made"] {
  if (digits.length !== 8 && digits.length !== 14) return null;
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const time = [8, 10, 12].map((from) => digits.slice(from, from + 2) || "00").join(":");
  const at = Date.parse(`${iso}T${time}Z`);
  const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
  return isDay ? { at, precision: digits.length === 14 ? "time" : "day" } : null;
}
