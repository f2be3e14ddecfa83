import fc from "fast-check";
import { expect, test } from "vitest";
import { safeReturn } from "#app/http/member.ts";

test.each(["/", "/cases", "/cases/14/claims/3?show=history", "/cases/1?to=%2F%2Fevil.example", "/my-work", "/a//b"])(
  "[HT9] signing in leads back to %s",
  (to) => expect(safeReturn(to)).toBe(to),
);

test.each([
  null,
  "",
  "cases",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "/%2e%2e//evil.example",
  "https://evil.example/cases",
  "http:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "@evil.example",
  "?to=/cases",
  "#cases",
])("[HT9] %j leads to the list of cases", (to) => {
  expect(safeReturn(to)).toBe("/cases");
});

test("[HT9] whatever is asked for, it stays on this site", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    "..",
    ".",
    "%2e",
    "%2f",
    "%5c",
    "\t",
    "@",
    ":",
    "?",
    "#",
    "evil.example",
    "http",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 8 }), (parts) => {
      const url = new URL(safeReturn(parts.join("")), "https://desk.example.org/sign-in");
      expect(url.origin).toBe("https://desk.example.org");
    }),
    { numRuns: 2_000 },
  );
});
