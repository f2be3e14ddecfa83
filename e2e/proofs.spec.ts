import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { verifyBundle } from "#server/proof/verifier/bundle.js";
import { readBundle } from "#server/proof/verifier/main.js";
import { readKey } from "#server/proof/verifier/note.js";
import { expectNarrow } from "./support/layout.ts";
import { expect } from "./support/people.ts";
import { test } from "./support/sample-desk.ts";

test("whoever reads a release downloads its bundle, compares the hash on the page, and finds that it fits [PR9]", async ({
  sample,
}) => {
  const at = (path: string) => new URL(path, sample.url()).href;
  await sample.goto(at("/cases/1/release"));
  await sample.getByRole("button", { name: /^Release v1/ }).click();
  await sample.getByRole("alertdialog").getByRole("button", { name: "Release v1" }).click();
  const made = sample.getByRole("article", { name: "Release v1" });
  await made.getByRole("link", { name: "How to check it" }).click();
  const check = sample.getByRole("region", { name: "Check this release" });
  await expect(check.getByRole("link", { name: "Bundle of v1" })).toBeInViewport();
  const sum = check.getByRole("definition").first();
  await expect(sum).toHaveText(/^[0-9a-f]{64}$/);
  await expectNarrow(sample, "how to check a release");

  const loading = sample.waitForEvent("download");
  await check.getByRole("link", { name: "Bundle of v1" }).click();
  const download = await loading;
  expect(download.suggestedFilename()).toMatch(/^case-1-[a-z-]+-v1\.bundle\.zip$/);
  const path = await download.path();
  expect(createHash("sha256").update(readFileSync(path)).digest("hex")).toBe(await sum.textContent());

  const published = await (await sample.request.get(at("/.well-known/assay-keys"))).text();
  const key = readKey(published.split(" ")[0] ?? "");
  expect(verifyBundle(readBundle(path), key ? [key] : [])).toMatchObject({ findings: [], isPinned: true });
});
