import { expect, test } from "vitest";
import type { ClaimSet, ReleasedClaim } from "#domain/claim-set.ts";
import { released, SAMPLE_CLAIM_SET } from "#server/export/claim-set.fixture.ts";
import { exportClaim } from "#server/export/index.ts";
import { fileOf } from "#server/export/read-file.fixture.ts";
import { zip } from "#server/export/zip.ts";
import { bundleFiles } from "#server/proof/bundle.ts";

const LAST = SAMPLE_CLAIM_SET.claims.at(-1) as ReleasedClaim;

/** As a fault of a later program would leave it: the last claim says something that no schema knows. */
const withLast = (change: (claim: ReleasedClaim) => unknown): ClaimSet => {
  const claim = structuredClone(LAST);
  change(claim);
  return { ...SAMPLE_CLAIM_SET, claims: [...SAMPLE_CLAIM_SET.claims.slice(0, -1), claim] };
};

/** What is written before the export is broken off, and why it is. */
function brokenOff(pieces: Iterable<string | Uint8Array>): { written: string; why: string } {
  let written = "";
  try {
    for (const piece of pieces) written += String(piece);
  } catch (error) {
    return { written, why: (error as Error).message };
  }
  return { written, why: "" };
}

const unknownPart = (claim: ReleasedClaim) => Object.assign(claim.card, { mood: "angry" });
const noStatement = (claim: ReleasedClaim) => Object.assign(claim.card, { statement: "" });
const noNumber = ({ card }: ReleasedClaim) => {
  const [quote] = SAMPLE_CLAIM_SET.claims.flatMap((one) => one.card.quotes);
  return Object.assign(card, { quotes: [{ ...quote, start: "first" }] });
};

test.each([
  ["json", "/card", unknownPart],
  ["jsonl", "/card", unknownPart],
  ["claimreview", "claimReviewed", noStatement],
  ["datafeed", "/item/0", noStatement],
  ["factchecktools", "claimReviewed", noStatement],
  ["annotations", "/target/0/selector/1/start", noNumber],
])(
  "[FM11] what the published schema does not allow ends %s with the claim and the place, and it looks like no whole file",
  (format, place, change) => {
    const { written, why } = brokenOff(fileOf(withLast(change), format).pieces);
    expect(why).toContain(
      `${LAST.reference} of release v2 of case 14 is not written, and its file is broken off: at "`,
    );
    expect(why).toContain(place);
    expect(written).not.toContain("angry");
    if (format !== "jsonl") expect(() => JSON.parse(written)).toThrow();
  },
);

test("[FM11] so does a head, before anything is written, and the file of one claim", () => {
  const head = { ...SAMPLE_CLAIM_SET, quorum: "two" } as unknown as ClaimSet;
  const { written, why } = brokenOff(fileOf(head, "json").pieces);
  expect([written, why]).toEqual(["", expect.stringContaining("The head of release v2 of case 14 is not written")]);
  const { claims: _, ...fine } = SAMPLE_CLAIM_SET;
  const claim = structuredClone(LAST);
  noStatement(claim);
  expect(() => exportClaim(fine, claim)).toThrow(`${LAST.reference} of release v2 of case 14 is not written`);
});

test("[FM11] a bundle around such a claim is never finished: it has no list of its files and no signature", () => {
  const nothing = { corrections: () => [], release: () => "", signOffs: () => [], evidence: () => [] };
  const sign = () => expect.unreachable("Nothing is signed.") as never;
  const set = released(withLast(unknownPart));
  const files = bundleFiles({ set, sha256: "", keys: ["key"], checkpoint: "", ...nothing, sign });
  const { written, why } = brokenOff(zip(files));
  expect(why).toContain(`${LAST.reference} of release v2 of case 14 is not written`);
  expect(written).not.toContain("assay-bundle");
});
