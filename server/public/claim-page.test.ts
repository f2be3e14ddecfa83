import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { released, sampleCard, sampleClaim, sampleSet } from "#server/export/claim-set.fixture.ts";
import { claimPage } from "#server/public/claim-page.ts";
import { voiceOf } from "#server/public/voice.ts";

const figure = (id: string, qualifier: "at_least" | "up_to", value: string) => ({
  ...{ id, qualifier, value, upper: "", unit: "containers", asOf: "" },
});

function page(language: "en" | "ar"): string {
  const figures = [figure("f", "at_least", "120"), figure("g", "up_to", "1500")];
  const claim = sampleClaim("C-14-3", sampleCard({ statement: "1,500 were left.", ratingId: "disputed", figures }));
  const set = released(sampleSet({}, { claims: [claim] }));
  const nothing = { retractions: [], withdrawnSince: [], retracted: [], withheld: [], fileWithheldAt: null };
  const release = { caseNumber: 14, number: 2, sha256: "0".repeat(64), set, newest: 2, ...nothing };
  const site = { voice: voiceOf(language), origin: "https://desk.example", desk: "Desk" };
  return [...claimPage(site, { release, claim, versions: [2], retraction: null }, true)].join("");
}

test.each(["en", "ar"] as const)(
  "[PB15] a claim's page draws its figures and says how it was rated and checked, in “%s”",
  (language) => {
    const html = page(language);
    expect(html).toContain('<div class="figure-line"><svg role="img"');
    expect(html.match(/class="said"/g)).toHaveLength(2);
    const { say } = voiceOf(language);
    expect(html).toContain(say("row_scale"));
    expect(html.match(/<th scope="row"><span class="chip/g)?.length).toBeGreaterThan(4);
    expect(html).toContain('href="/published/14/2#method"');
  },
);

test("paper gets the whole page: printing leaves out only what leads through the screen", () => {
  const folder = fileURLToPath(new URL("./style", import.meta.url));
  const printed = globSync("*.css", { cwd: folder }).flatMap((file) => {
    const [, ...blocks] = readFileSync(`${folder}/${file}`, "utf8").split("@media print");
    return blocks.map((block) => block.slice(0, block.indexOf("\n}")));
  });
  expect(printed.length).toBeGreaterThan(0);
  const hiding = printed.flatMap((css) => [...css.matchAll(/([^{}]+)\{[^{}]*(?:display: none|visibility: hidden)/g)]);
  expect(hiding.map(([, selector = ""]) => selector.split(/\s*,\s*/).map((one) => one.trim()))).toEqual([
    [".skip", ".foot a"],
  ]);
});
