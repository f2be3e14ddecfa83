import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import type { ClaimSet } from "#domain/claim-set.ts";
import { SAMPLE_CLAIM_SET, sampleCard, sampleClaim, sampleSource } from "#server/export/claim-set.fixture.ts";
import { HOSTILE_CORPUS } from "#server/export/hostile-texts.fixture.ts";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { makeCase } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";

const LARGE = 1_000;

test("of a large release each download says how many claims are written, and comes whole [FM8]", async ({
  ana,
  desk,
}) => {
  await makeCase(ana, "Prison break figures");
  keepRelease(
    desk.database,
    Array.from({ length: LARGE }, (_, at) => `Claim ${at + 1}.`),
  );
  await ana.goto(`${desk.url}/cases/1/release`);
  const file = await readFile(await download(ana, "JSON Lines"), "utf8");
  expect(file.trimEnd().split("\n")).toHaveLength(LARGE + 1);
  const release = ana.getByRole("article", { name: "Release v1" });
  await expect(release.getByText("All 1,000 claims are written.")).toBeVisible();
  await expectAccessible(ana, "a large release after a download");
  await expectNarrow(ana, "a large release after a download");
});

test("a report full of hostile texts is printed as a PDF without a single request [FM5]", async ({ ana, desk }) => {
  await makeCase(ana, "Prison break figures");
  keepRelease(desk.database, HOSTILE_CORPUS.slice(0, 100));
  await ana.goto(`${desk.url}/cases/1/release`);
  const report = pathToFileURL(await download(ana, "HTML report")).href;
  const reader = await ana.context().newPage();
  const asked: string[] = [];
  reader.on("request", (request) => asked.push(request.url()));
  reader.on("dialog", (dialog) => asked.push(dialog.message()));
  await reader.goto(report);
  await reader.emulateMedia({ media: "print" });
  await expect(reader.getByRole("article")).toHaveCount(100);
  const pdf = await reader.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(asked).toEqual([report]);
  await reader.close();
});

async function download(page: Page, label: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: `${label} of v1`, exact: true }).click(),
  ]);
  const path = `${await file.path()}.html`;
  await file.saveAs(path);
  return path;
}

/** Puts a release of these texts into the first case, as if its claims had been signed off. */
function keepRelease(database: string, texts: readonly string[]): void {
  const claims = texts.map((text, at) =>
    sampleClaim(
      `C-1-${at + 1}`,
      sampleCard({
        statement: text,
        verdict: text,
        sources: [sampleSource("s", { title: text, url: text, quote: text })],
      }),
    ),
  );
  const { claims: _, ...head }: ClaimSet = { ...SAMPLE_CLAIM_SET, release: { ...SAMPLE_CLAIM_SET.release, number: 1 } };
  const sqlite = new Database(database);
  sqlite.transaction(() => {
    const { caseId, madeBy } = sqlite.prepare("select id caseId, created_by madeBy from cases").get() as Record<
      string,
      string
    >;
    const insert = sqlite.prepare("insert into release_claims values ('r', ?, ?, ?, ?)");
    for (const [at, claim] of claims.entries()) insert.run(claim.claimId, claim.contentHash, at, JSON.stringify(claim));
    sqlite
      .prepare("insert into releases values ('r', ?, 1, ?, 'hash', ?, 0)")
      .run(caseId, JSON.stringify(head), madeBy);
  })();
  sqlite.close();
}
