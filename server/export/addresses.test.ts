import { expect, test } from "vitest";
import { annotations } from "#server/export/annotations.ts";
import { claimReviewFeed, claimReviewGraph } from "#server/export/claim-review-files.ts";
import { SAMPLE_CLAIM_SET, sampleSet, sampleSource, written } from "#server/export/claim-set.fixture.ts";
import { factCheckPage } from "#server/export/fact-check-page.ts";

const WRITERS = { claimReviewGraph, claimReviewFeed, factCheckPage, annotations };
const quote = { id: "q", versionId: "v-1", exact: "x", prefix: "", suffix: "", start: 0, end: 1 };

/** A release in which everything that takes an address has this one. */
function withAddress(address: string) {
  const documents = SAMPLE_CLAIM_SET.documents.map((one) => ({ ...one, originUrl: address }));
  const sources = [sampleSource("s", { url: address, archivedUrl: address })];
  const media = { kind: "video", findings: ["staged"], original: address, context: "" } as const;
  return sampleSet(
    { statement: "120 people fled.", quotes: [quote], sources, media: { ...media, findings: [...media.findings] } },
    { documents },
  );
}

const textsIn = (value: unknown): string[] =>
  typeof value === "string" ? [value] : typeof value === "object" && value ? Object.values(value).flatMap(textsIn) : [];
const texts = (name: keyof typeof WRITERS, address: string) =>
  textsIn(JSON.parse(written(WRITERS[name], withAddress(address))));

for (const name of Object.keys(WRITERS) as (keyof typeof WRITERS)[]) {
  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\tjavascript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://wire.example/1",
    "file:///etc/passwd",
    "//evil.example",
    "\\\\evil.example",
    "https://a@b.example/",
    "mailto:a@b.example",
    "https://wire.example/\u202egpj.exe",
  ])(`[ST5] ${name} leads nowhere for %j`, (address) => {
    expect(texts(name, address).filter((one) => one.includes(address.trim()) || /evil|alert|passwd/.test(one))).toEqual(
      [],
    );
  });

  test(`[ST5] ${name} shows a look-alike host as punycode`, () => {
    const found = texts(name, "https://аpple.com/");
    expect(found).toContain("https://xn--pple-43d.com/");
    expect(found.join()).not.toContain("аpple");
  });
}
