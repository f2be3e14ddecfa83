import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Member } from "#server/context.ts";
import { releaseNow } from "#server/proof/bundle.fixture.ts";
import { verifyBundle } from "#server/proof/verifier/bundle.js";
import { readArchive } from "#server/proof/verifier/zip.js";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

let desk: TestDesk;
let ana: Member;
let vera: Member;

beforeEach(async () => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  vera = desk.member("Vera", "viewer");
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.sign(desk.member("Bo", "editor"));
  await releaseNow(desk, ana);
});

afterEach(() => desk.close());

test("[PR12] a bundle is put together when somebody first asks, and its hash is shown as soon as it is known", async () => {
  const { bundles } = desk.services;
  expect(bundles.read(vera, 1, 1)).toBeNull();
  const { sha256, bytes, key, fileName } = await vi.waitUntil(() => bundles.read(vera, 1, 1));
  expect([key, fileName]).toEqual([desk.signer.line, "case-1-counts-v1.bundle.zip"]);
  const file = await bundles.file(vera, 1, 1);
  const bundle = Buffer.concat([...file.pieces].map((one) => Buffer.from(one)));
  expect([bundle.length, file.bytes]).toEqual([bytes, bytes]);
  expect(createHash("sha256").update(bundle).digest("hex")).toBe(sha256);
  expect(verifyBundle({ ...readArchive(bundle), isArchive: true }).findings).toEqual([]);
});

test("[PR12] whoever is outside of a restricted case learns nothing of its bundles", () => {
  const { cases, bundles } = desk.services;
  const { version } = cases.open(ana, 1);
  const sealed = { title: "Counts", scaleId: "seven-step-1", quorum: 1, restricted: true, memberIds: [ana.id] };
  cases.configure(ana, 1, { ...sealed, version, ...once() });
  for (const attempt of [() => bundles.read(vera, 1, 1), () => bundles.file(vera, 1, 1)])
    expect(refusal(attempt).kind).toBe("not_found");
  expect(refusal(() => bundles.read(ana, 1, 2)).kind).toBe("not_found");
});
