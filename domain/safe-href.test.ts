import fc from "fast-check";
import { expect, test } from "vitest";
import { safeHref } from "#domain/safe-href.ts";

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "\tjavascript:alert(1)",
  "\u0001javascript:alert(1)",
  "java\nscript:alert(1)",
  "jav\tascript:alert(1)",
  " javascript://example.org/%0aalert(1)",
  "javascript&colon;alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "blob:https://example.org/1",
  "file:///etc/passwd",
  "ftp://example.org/",
  "//evil.example",
  "\\\\evil.example",
  "/\\evil.example",
  "https:\\\\evil.example",
  "https:evil.example",
  "https:///evil.example",
  "https://good.example\\@evil.example/",
  "https://good.example\n.evil.example/",
  "https://good\u0000.example/",
  "https://example.org/\u202egpj.exe",
  "https://user@example.org/",
  "https://user:secret@example.org/",
  "https://:secret@example.org/",
  "https://good.example@evil.example/",
  "https://",
  "http://exa mple.org/",
  "/relative",
  "#here",
  "",
])("%j is no link", (address) => {
  expect(safeHref(address)).toBeNull();
});

test.each([
  ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
  ["  HTTPS://EXAMPLE.org/\n", "https://example.org/"],
  ["http://example.org:8080/x y", "http://example.org:8080/x%20y"],
  ["https://example.org/@someone", "https://example.org/@someone"],
  ["mailto:desk@example.org?subject=Reply", "mailto:desk@example.org?subject=Reply"],
])("%j is a link", (address, href) => {
  expect(safeHref(address)).toBe(href);
});

test("a look-alike host shows as punycode", () => {
  expect(safeHref("https://аpple.com/")).toBe("https://xn--pple-43d.com/");
});

test("what it lets through has one of three schemes, no credentials, and is let through as it is again", () => {
  const parts = fc.constantFrom(
    "https://",
    "http:",
    "mailto:",
    "javascript:",
    "//",
    "@",
    ":",
    "\\",
    "\n",
    "\t",
    "\u0001",
    "a.example",
    "é",
    "😀",
    "%0a",
    " ",
    "[::1]",
  );
  const address = fc.oneof(
    fc.webUrl(),
    fc.string({ unit: "binary" }),
    fc.array(parts).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(address, (given) => {
      const href = safeHref(given);
      if (href === null) return;
      const url = new URL(href);
      expect(["http:", "https:", "mailto:"]).toContain(url.protocol);
      expect(url.username + url.password).toBe("");
      expect(safeHref(href)).toBe(href);
    }),
    { numRuns: 1_000 },
  );
});
