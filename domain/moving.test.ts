import { expect, test } from "vitest";
import { stageOf, whyNotHere, whyNotMove } from "#domain/moving.ts";
import { STATUSES } from "#domain/status.ts";

test("[CL10] signed off and released explain themselves instead of taking or giving a claim", () => {
  const closed = ["signed_off", "released"];
  expect(STATUSES.filter((status) => stageOf(status) === null)).toEqual(closed);
  expect(STATUSES.filter((status) => whyNotHere(status) !== null)).toEqual(closed);
  expect(STATUSES.filter((status) => whyNotMove({ status }) !== null)).toEqual(closed);
});
