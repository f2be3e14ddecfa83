import { expect, test } from "vitest";
import { initials } from "#app/ui/avatar.tsx";

test("initials are the first letters of the first and the last word", () => {
  expect(initials("Ana Navarro")).toBe("AN");
  expect(initials("  Emeka  de la Okonkwo-Villanueva ")).toBe("EO");
});

test("what stands in brackets after a name is not part of it", () => {
  expect(initials("Imke Sommer (sample)")).toBe("IS");
});

test("one word gives its first two letters, and no letter is cut in half", () => {
  expect(initials("bo")).toBe("BO");
  expect(initials("𝒜𝒷𝒸")).toBe("𝒜𝒷");
  expect(initials("")).toBe("");
});
