import { claimSetHead, reviewsOfClaimSet } from "#server/import/assay-claims.ts";
import { type Read, readCheck } from "#server/import/read-check.ts";
import { referencesIn } from "#server/import/references.ts";
import { type Found, type Note, Notes, quoted } from "#server/import/report.ts";
import { markupSpots, reviewSpots, searchSpots } from "#server/import/shapes.ts";
import { at, entriesOf, isRecord, membersOf, type Spot, spotOf } from "#server/import/spot.ts";

export type JsonFormat = "claimreview" | "factchecktools" | "search" | "assay";

/** Levels of a file below which nothing is looked for, and objects after which looking ends. */
const DEEPEST = 64;
const MOST_OBJECTS = 1_000_000;

type Seen = {
  reads: Read[];
  others: Map<string, number>;
  notes: Note[];
  formats: Set<JsonFormat>;
  base: string;
  filled: (check: unknown) => unknown;
};

/**
 * Finds every check in a JSON value, in order, wherever it stands: an object, a list, an `@graph`, a feed, a page or an
 * answer of Google's, a claim set of Assay. `base` is the address of the page that it stood on, or "".
 */
export function checksIn(value: unknown, path = "$", base = ""): Found & { formats: JsonFormat[] } {
  const filled = referencesIn(value);
  const seen: Seen = { reads: [], others: new Map(), notes: [], formats: new Set(), base, filled };
  const waiting = [{ spot: spotOf(path, value), depth: 0 }];
  for (let count = 0; waiting.length > 0; count++) {
    const { spot, depth } = waiting.pop() as { spot: Spot; depth: number };
    if (depth > DEEPEST || count > MOST_OBJECTS) {
      tellTooDeep(spot, seen);
      if (depth > DEEPEST) continue;
      break;
    }
    const inner = look(spot, seen);
    for (const one of inner.reverse())
      if (typeof one.value === "object" && one.value !== null) waiting.push({ spot: fresh(one), depth: depth + 1 });
  }
  return { ...found(seen), formats: [...seen.formats] };
}

/** Told once, where it was met first. */
function tellTooDeep({ path }: Spot, { notes }: Seen): void {
  if (!notes.some(({ id }) => id === "note_too_deep")) notes.push({ path, field: null, id: "note_too_deep" });
}

const fresh = ({ path, value }: Spot): Spot => spotOf(path, value);

/** Reads what stands here, or gives what stands in it. */
function look(spot: Spot, seen: Seen): Spot[] {
  if (Array.isArray(spot.value)) return entriesOf(spot);
  if (!isRecord(spot.value)) return [];
  if (isReview(spot)) return readReview(spot, seen);
  if (Array.isArray(at(spot, "claimReviewMarkups").value)) return readPage(spot, seen);
  if (typeof at(spot, "text").value === "string" && Array.isArray(at(spot, "claimReview").value))
    return readAnswer(spot, seen);
  if (at(spot, "format").value === "assay-claim-set") return readClaimSet(spot, seen);
  for (const type of typesOf(spot)) if (!SHELLS.has(type)) seen.others.set(type, (seen.others.get(type) ?? 0) + 1);
  return [...["@graph", "@list", "@set"].map((name) => at(spot, name)), ...membersOf(spot)];
}

/** Types that only hold others. */
const SHELLS = new Set(["DataFeed", "DataFeedItem", "ItemList", "ListItem"]);

const typesOf = (spot: Spot): string[] =>
  entriesOf(at(spot, "@type")).flatMap(({ value }) =>
    typeof value === "string" ? value.slice(0, 80).replace(/^.*[/:#]/, "") : [],
  );

const isReview = (spot: Spot): boolean =>
  typesOf(spot).includes("ClaimReview") ||
  (at(spot, "claimReviewed").value !== undefined && at(spot, "rating").value === undefined);

function readReview(spot: Spot, { reads, formats, base, filled }: Seen): Spot[] {
  const [notes, whole] = [new Notes(), { ...spot, value: filled(spot.value) }];
  formats.add("claimreview");
  reads.push(readCheck({ whole, spots: reviewSpots(whole, notes), base, notes }));
  return [];
}

function readPage(page: Spot, { reads, formats }: Seen): Spot[] {
  formats.add("factchecktools");
  for (const markup of entriesOf(at(page, "claimReviewMarkups"))) {
    const notes = new Notes();
    reads.push(readCheck({ whole: markup, spots: markupSpots(markup, page, notes), notes }));
  }
  return [];
}

function readAnswer(claim: Spot, { reads, formats }: Seen): Spot[] {
  formats.add("search");
  for (const review of entriesOf(at(claim, "claimReview")).filter(({ value }) => value !== null))
    reads.push(readCheck({ whole: review, spots: searchSpots(review, claim) }));
  return [];
}

function readClaimSet(spot: Spot, { reads, formats, notes: told }: Seen): Spot[] {
  formats.add("assay");
  const head = claimSetHead(spot.value);
  if (!head) told.push({ path: spot.path, field: null, id: "note_no_claim_set" });
  if (head) told.push({ path: spot.path, field: null, id: "note_no_sign_off" });
  if (head) told.push(...notesOfRetractions(at(spot, "retractions")));
  for (const { path, review, left } of head ? reviewsOfClaimSet(head, at(spot, "claims")) : []) {
    const notes = new Notes();
    const whole = spotOf(path, review);
    if (review === null) notes.add(path, null, "note_no_claim_set");
    else if (left.length > 0) notes.add(path, null, "note_not_taken", { names: left.slice(0, 100).map(quoted) });
    reads.push(readCheck({ whole, spots: reviewSpots(whole, notes), notes }));
  }
  return [];
}

/** That others withdrew claims is told and no more: nothing that was taken in from them before is changed by a file. */
function notesOfRetractions(spot: Spot): Note[] {
  const named = Array.isArray(spot.value) ? entriesOf(spot).map((one) => at(one, "reference").value) : [];
  const names = named.filter((one) => typeof one === "string").map(quoted);
  const values = { count: names.length, names: names.slice(0, 100) };
  return names.length > 0 ? [{ path: spot.path, field: null, id: "note_retractions", values }] : [];
}

function found({ reads, others, notes }: Seen): Found {
  const list = [...others].slice(0, 12).map(([type, count]) => `${type} (${count})`);
  const skipped: Note[] =
    list.length > 0 ? [{ path: "$", field: null, id: "note_others", values: { types: list } }] : [];
  return {
    checks: reads.flatMap(({ check }) => check ?? []),
    reports: reads.map(({ report }) => report),
    notes: [...notes, ...skipped],
  };
}
