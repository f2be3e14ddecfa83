import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";

const FILES = ["claim-set", "claim-review", "data-feed", "fact-check-page", "annotations"] as const;

/** What is written at once, and where the published schemas say what it may be: one claim, or the file around the claims. */
const PLACES = {
  claimSet: "claim-set-1.json",
  claim: "claim-set-1.json#/$defs/claim",
  reviewGraph: "claim-review-1.json#/$defs/graph",
  review: "claim-review-1.json#/$defs/strictReview",
  reviewPage: "claim-review-1.json#/$defs/page",
  dataFeed: "data-feed-1.json",
  feedItem: "data-feed-1.json#/properties/dataFeedElement/items",
  factCheckPage: "fact-check-page-1.json",
  markup: "fact-check-page-1.json#/$defs/markup",
  annotations: "annotations-1.json",
  annotation: "annotations-1.json#/$defs/annotation",
} as const;

type Place = keyof typeof PLACES;

const compiled = new Map<Place, ValidateFunction>();
let ajv: Ajv2020 | null = null;

/** The first file that is written reads the schemas; each place is compiled when it is first needed, and kept. */
function schemas(): Ajv2020 {
  if (ajv) return ajv;
  ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  formats.default(ajv);
  for (const name of FILES) {
    const text = readFileSync(new URL(`../../docs/${name}.schema.json`, import.meta.url), "utf8");
    ajv.addSchema(JSON.parse(text) as object, `${name}-1.json`);
  }
  return ajv;
}

function validatorOf(place: Place): ValidateFunction {
  const validate = compiled.get(place) ?? schemas().getSchema(PLACES[place]);
  if (!validate) throw new Error(`No schema says what ${place} is.`);
  compiled.set(place, validate);
  return validate;
}

/**
 * Gives back what is written of a claim of this release, once the published schema allows it.
 * @throws Error that names release, claim and JSON pointer, and holds no word of the claim.
 */
export function valid<T>(place: Place, value: T, head: ReleaseHead, claim: Pick<ReleasedClaim, "reference">): T {
  return held(place, value, head, claim.reference);
}

/** The same for the file around the claims, without any. */
export const validHead = <T>(place: Place, value: T, head: ReleaseHead): T => held(place, value, head, "The head");

function held<T>(place: Place, value: T, { case: parent, release }: ReleaseHead, what: string): T {
  const validate = validatorOf(place);
  if (validate(value)) return value;
  const { instancePath = "", message = "be otherwise", params } = validate.errors?.[0] ?? {};
  const [schema] = PLACES[place].split("#");
  const why = `at "${instancePath}" it ${message} (${JSON.stringify(params)}), as ${schema} has it`;
  throw new Error(
    `${what} of release v${release.number} of case ${parent.number} is not written, and its file is broken off: ${why}.`,
  );
}
