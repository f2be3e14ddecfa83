import { expect, test } from "vitest";
import { addressOf, claimPath, filePath, releasePath } from "#server/public/address.ts";

test("[PB8] an address leads to one thing", () => {
  expect(addressOf(releasePath(14, 2))).toEqual({ kind: "release", caseNumber: 14, release: 2 });
  expect(addressOf(filePath(14, 2))).toEqual({ kind: "file", caseNumber: 14, release: 2 });
  const claim = { kind: "claim", caseNumber: 14, claimNumber: 3 };
  expect(addressOf(claimPath(14, "C-14-3"))).toEqual({ ...claim, release: null });
  expect(addressOf(claimPath(14, "C-14-3", 2))).toEqual({ ...claim, release: 2 });
});

test.each([
  ...["/published/", "/published/1", "/published/01/1", "/published/1/01", "/published/1/1/", "/published//1/1"],
  ...["/published/1/..%2f1", "/published/1/%31", "/published/1%2F1", "/published/1/1/..", "/published/../cases/1"],
  ...[
    "/published/1/C-2-1",
    "/published/1/c-1-1",
    "/published/1/C-1-01",
    "/published/1/1/C-1-1/x",
    "/published/1/1.json",
  ],
  ...[`/published/1/${"9".repeat(40)}`, "/published/-1/1", "/published/1e0/1", "/published/0/1", "/PUBLISHED"],
  ...["/published/1/1/claim-set.json%00", "/published/1/1;a", "/published/1/C-1-1%0d%0aX:%201", "/published/1/C-1-1\n"],
  ...["/published/__proto__", "__proto__", "constructor", "toString", "/published/feed.atom/"],
])("[PB8] %j is none", (path) => {
  expect(addressOf(path)).toBeNull();
});
