import { expect, test } from "vitest";
import { spotSelector } from "#app/together/spot.ts";

test("[TO3] a spot leads to what stands there by its id", () => {
  expect(spotSelector("rationale")).toBe('[data-place="rationale"]');
  expect(spotSelector("sources/s1")).toBe('[data-place="sources/s1"]');
  expect(spotSelector("sentence:12")).toBe('[data-ordinal="12"]');
  expect(spotSelector("claim:c-1")).toBe('[data-claim="c-1"]');
});

test("[TO3] whatever a browser says it is in stays a name in quotation marks", () => {
  expect(spotSelector('x"],body,["')).toBe('[data-place="x\\"],body,[\\""]');
  expect(spotSelector("claim:\\\n")).toBe('[data-claim="\\\\"]');
});
