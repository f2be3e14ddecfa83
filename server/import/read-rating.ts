import type { Check, CheckNumber } from "#server/import/check.ts";
import { readText } from "#server/import/read-text.ts";
import { type Notes, quoted } from "#server/import/report.ts";
import { at, firstOf, isRecord, type Spot } from "#server/import/spot.ts";

type Rating = Pick<Check, "rating" | "explanation" | CheckNumber>;
/** Where the parts of a rating stand. */
export type RatingSpots = Record<"rating" | "explanation" | CheckNumber, Spot>;

/** Of a schema.org Rating, wherever publishers put its parts: a plain text, a list, or one level too deep. */
export function ratingSpots(given: Spot, notes: Notes): RatingSpots {
  const spot = firstOf(given);
  if (Array.isArray(given.value)) notes.add(given.path, "rating", "note_list", { count: given.value.length });
  const isDeeper = isRecord(spot.value) && isRecord(at(spot, "properties").value);
  if (isDeeper) notes.add(spot.path, "rating", "note_deeper");
  const place = isDeeper ? at(spot, "properties") : spot;
  const label = ["alternateName", "name", "textualRating"].map((name) => at(place, name)).find(isSaid);
  return {
    rating:
      label ??
      (isSaid(at(place, "ratingValue")) && !isNumber(at(place, "ratingValue"))
        ? at(place, "ratingValue")
        : isRecord(place.value)
          ? at(place, "alternateName")
          : place),
    explanation: at(place, "ratingExplanation"),
    value: at(place, "ratingValue"),
    best: at(place, "bestRating"),
    worst: at(place, "worstRating"),
  };
}

const isSaid = ({ value }: Spot) => value !== undefined && value !== null && value !== "";
const isNumber = ({ value }: Spot) =>
  typeof value === "number" || (typeof value === "string" && NUMBER.test(value.trim()));
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

export function readRating(spots: RatingSpots, notes: Notes): Rating {
  const rating = readLabel(spots.rating, notes);
  const numbers = {
    value: spots.value.path === spots.rating.path ? null : readNumber(spots.value, "value", notes),
    best: readNumber(spots.best, "best", notes),
    worst: readNumber(spots.worst, "worst", notes),
  };
  return { rating, explanation: readExplanation(spots.explanation, notes), ...onScale(numbers, spots, notes) };
}

/** Some put the best rating where the explanation belongs. */
function readExplanation(spot: Spot, notes: Notes): string {
  if (typeof spot.value !== "number") return readText(spot, "explanation", notes);
  notes.add(spot.path, "explanation", "note_not_understood");
  spot.read.add(spot.path);
  return "";
}

/** A label without what is written around it: "Rating: False", "Falso.". */
function readLabel(spot: Spot, notes: Notes): string {
  const given = readText(spot, "rating", notes);
  const bare = given.replace(/^rating\s*:\s*/i, "");
  const label = bare.split(/\s+/).length <= 3 ? bare.replace(/(?<=\p{L})\.$/u, "") : bare;
  if (label !== given) notes.add(spot.path, "rating", "note_label", { given: quoted(given), label });
  return label;
}

function readNumber(spot: Spot, field: CheckNumber, notes: Notes): number | null {
  const { value, path } = spot;
  if (typeof value !== "number" && typeof value !== "string") return null;
  spot.read.add(path);
  const text = String(value).trim();
  if (text === "") return null;
  const number = Number(text);
  if (!Number.isFinite(number) || !(typeof value === "number" || NUMBER.test(text))) {
    notes.add(path, field, "note_no_number", { given: quoted(text) });
    return null;
  }
  if (typeof value === "string") notes.add(path, field, "note_number_as_text", { given: quoted(text) });
  return number;
}

type Numbers = Pick<Rating, CheckNumber>;

/** A number counts between its ends. Ends that are none leave it without a meaning. */
function onScale(numbers: Numbers, { value: spot }: RatingSpots, notes: Notes): Numbers {
  const { value, best, worst } = numbers;
  if (best === null || worst === null) return numbers;
  if (best <= worst) {
    notes.add(spot.path, "value", "note_no_scale", { best, worst, value: value ?? "none" });
    return { value: null, best: null, worst: null };
  }
  if (value === null || (value >= worst && value <= best)) return numbers;
  const kept = Math.min(best, Math.max(worst, value));
  notes.add(spot.path, "value", "note_clamped", { value, worst, best, kept });
  return { ...numbers, value: kept };
}
