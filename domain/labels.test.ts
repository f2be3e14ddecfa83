import { expect, test } from "vitest";
import { hasLabel, labelKey, tidyLabel, withLabel, withoutLabel } from "#domain/labels.ts";

test("[CL31] a label is kept with single spaces and without characters that nobody sees", () => {
  expect(tidyLabel("  prison\u200b \n figures\u202e ")).toBe("prison figures");
  expect(labelKey(tidyLabel("\u200b "))).toBe("");
});

test("[CL31] one label is there once, however it is written, and keeps the letters of whoever came first", () => {
  const labels = ["Prison", "عملية"];
  expect(withLabel(labels, "PRISON")).toBe(labels);
  expect(withLabel(labels, "water")).toEqual(["Prison", "عملية", "water"]);
  expect(hasLabel(labels, "عمليّة")).toBe(true);
});

test("[CL31] taking away a label that is not there leaves the list as it is", () => {
  const labels = ["Prison", "water"];
  expect(withoutLabel(labels, "fire")).toBe(labels);
  expect(withoutLabel(labels, "prison")).toEqual(["water"]);
});
