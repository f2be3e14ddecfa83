import { claimantsOf } from "#domain/claimants.ts";
import { type Check, MOST_APPEARANCES } from "#server/import/check.ts";
import { readCitations } from "#server/import/read-citations.ts";
import { type RatingSpots, readRating } from "#server/import/read-rating.ts";
import { readAddress, readDate, readLanguage, readText, tidied } from "#server/import/read-text.ts";
import { Notes, quoted, type Report } from "#server/import/report.ts";
import { entriesOf, type Spot, textsAt, unread } from "#server/import/spot.ts";

/** Where the parts of a check stand, in whatever shape it comes. */
export type CheckSpots = RatingSpots &
  Record<"claim" | "title" | "claimant" | "claimantUrl" | "claimDate" | "saidWhen" | "saidWhere", Spot> &
  Record<"publisher" | "publisherUrl" | "author" | "url" | "reviewDate" | "language" | "body", Spot> &
  Record<"appearances" | "citations", Spot[]>;

type Given = {
  /** The object that the report is about; what of it is not read is told. */
  whole: Spot;
  spots: CheckSpots;
  /** The address of the page that it stood on, or "". */
  base?: string;
  notes?: Notes;
};

export type Read = { check: Check | null; report: Report };

/** Reads one check. Total: whatever stands there, it is kept, repaired or left out, and the report says which. */
export function readCheck({ whole, spots, base = "", notes = new Notes() }: Given): Read {
  const check = checkAt(spots, base, notes);
  tellUnread(whole, check, notes);
  const isCheck = check.claim !== "";
  if (!isCheck) notes.add(whole.path, "claim", "note_no_claim");
  const outcome = isCheck ? "kept" : "dropped";
  return {
    check: isCheck ? check : null,
    report: { path: whole.path, name: quoted(check.claim || check.title || check.url), outcome, notes: notes.all },
  };
}

function checkAt(spots: CheckSpots, base: string, notes: Notes): Check {
  const claimDate = readDate(spots.claimDate, "claimDate", notes);
  const saidWhen = readText(spots.saidWhen, "saidWhen", notes);
  const publisher = readText(spots.publisher, "publisher", notes);
  return {
    claim: readText(spots.claim, "claim", notes),
    title: readText(spots.title, "title", notes),
    claimant: readClaimants(spots.claimant, notes),
    claimantUrl: readFirstAddress(spots.claimantUrl, "claimantUrl", base, notes),
    claimDate,
    saidWhen: saidWhen === claimDate ? "" : saidWhen,
    saidWhere: readText(spots.saidWhere, "saidWhere", notes),
    publisher,
    publisherUrl: readFirstAddress(spots.publisherUrl, "publisherUrl", base, notes),
    author: publisher === "" ? "" : readText(spots.author, "author", notes),
    url: readFirstAddress(spots.url, "url", base, notes),
    reviewDate: readDate(spots.reviewDate, "reviewDate", notes),
    language: readLanguage(spots.language, notes),
    ...readRating(spots, notes),
    body: readText(spots.body, "body", notes),
    appearances: readAppearances(spots.appearances, base, notes),
    citations: readCitations(spots, base, notes),
  };
}

/** Everybody who makes the claim; parties may be a list or stand in one name. */
function readClaimants(spot: Spot, notes: Notes): string {
  const names = textsAt(spot).map((one) => {
    spot.read.add(one.path);
    return tidied(one, "claimant", notes);
  });
  if (names.length === 0 && entriesOf(spot).some(({ value }) => typeof value === "object" && value !== null))
    notes.add(spot.path, "claimant", "note_no_name");
  return tidied({ path: spot.path, text: claimantsOf(names.join(";")).join("; ") }, "claimant", notes);
}

function readFirstAddress(spot: Spot, field: AddressField, base: string, notes: Notes): string {
  const addresses = addressesAt(spot, field, base, notes);
  if (addresses.length > 1) notes.add(spot.path, field, "note_list", { count: addresses.length });
  return addresses[0] ?? (field === "url" ? base : "");
}

function readAppearances(spots: readonly Spot[], base: string, notes: Notes): string[] {
  const all = [...new Set(spots.flatMap((spot) => addressesAt(spot, "appearances", base, notes)))];
  if (all.length > MOST_APPEARANCES)
    notes.add(spots[0]?.path ?? "$", "appearances", "note_too_many", { count: all.length, limit: MOST_APPEARANCES });
  return all.slice(0, MOST_APPEARANCES);
}

type AddressField = "url" | "publisherUrl" | "claimantUrl";

function addressesAt(spot: Spot, field: AddressField | "appearances", base: string, notes: Notes): string[] {
  return textsAt(spot, ["url", "@id"]).flatMap((one) => {
    spot.read.add(one.path);
    return readAddress(one, field, base, notes) || [];
  });
}

const NAMED = 100;

/** Names what stands in the object and is nowhere in the check. */
function tellUnread(whole: Spot, check: Check, notes: Notes): void {
  const { citations, ...others } = check;
  const said = [...Object.values(others).flat(), ...citations.flatMap(({ title, url }) => [title, url])];
  const kept = new Set(said.map((one) => String(one)));
  const left = unread(whole).filter(({ text }) => !kept.has(text.trim()));
  const within = left.map(({ path }) =>
    quoted(
      path
        .slice(whole.path.length)
        .replace(/^\./, "")
        .replace(/\[\d+\]/g, ""),
    ),
  );
  const names = [...new Set(within)];
  if (names.length === 0) return;
  const rest = names.length - NAMED;
  if (rest > 0) notes.add(whole.path, null, "note_not_taken_more", { names: names.slice(0, NAMED), count: rest });
  else notes.add(whole.path, null, "note_not_taken", { names });
}
