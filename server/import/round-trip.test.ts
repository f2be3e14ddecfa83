import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClaimSet, ReleasedClaim } from "#domain/claim-set.ts";
import { claimantsOf } from "#domain/claimants.ts";
import { languageTag } from "#domain/language-tag.ts";
import { isoDate } from "#domain/said-when.ts";
import { claimFacts, pageUrl, webAddress } from "#server/export/claim-facts.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { released, SAMPLE_CLAIM_SET } from "#server/export/claim-set.fixture.ts";
import { bytesOf, fileOf } from "#server/export/read-file.fixture.ts";
import { appearancesOf, ratingSaid } from "#server/export/review-facts.ts";
import { zip } from "#server/export/zip.ts";
import { CHECK_FIELDS, type Check, type CheckField, type Work } from "#server/import/check.ts";
import { readFile } from "#server/import/read-file.ts";
import type { Report } from "#server/import/report.ts";
import { checksAsFeed } from "#server/import/write-checks.ts";
import { bundleFiles } from "#server/proof/bundle.ts";

/** The fields that each format of a release has a place for. */
const GOOGLE = ["title", "saidWhen", "publisherUrl", "language", "body", "citations"];
const CARRIED: Record<string, CheckField[]> = {
  claimreview: fields("title"),
  datafeed: fields("title"),
  json: fields("title"),
  jsonl: fields("title"),
  factchecktools: fields(...GOOGLE),
  // A row has the label that was given, and no ends of a scale.
  rawcsv: fields("title", "rating", "best", "worst", "value", "citations"),
};

function fields(...without: string[]): CheckField[] {
  return CHECK_FIELDS.filter((field) => !without.includes(field));
}

/** What a precedent says of a claim that this desk released. */
function expectedOf(set: ClaimSet, claim: ReleasedClaim, format: string): Check {
  const { claims: _, ...head } = set;
  const facts = claimFacts(head, claim);
  const { label, explanation, numbers } = ratingSaid(facts);
  const { card } = claim;
  // Google allows a claim no address but an anchor on the page.
  const url = format === "factchecktools" ? `${pageUrl(head)}#${claim.reference}` : facts.url;
  // Tags say the same in capitals (RFC 5646, 2.1.1), and come back as they are usually written.
  const language = languageTag(card.language) ?? card.language;
  const claimDate = isoDate(card.saidWhen, card.saidWhenPrecision) ?? "";
  return {
    ...{ claim: card.statement, title: "", claimant: claimantsOf(card.claimant).join("; "), claimDate },
    ...{ saidWhen: card.saidWhen.trim() === claimDate ? "" : card.saidWhen, saidWhere: card.saidWhere },
    ...{ publisher: set.desk.name, publisherUrl: new URL(set.desk.url).href, url },
    ...{ reviewDate: set.release.madeAt.slice(0, 10), language, rating: label, explanation, body: "" },
    ...{ value: numbers?.value ?? null, best: numbers?.best ?? null, worst: numbers?.worst ?? null },
    appearances: appearancesOf(facts).map(({ address }) => address),
    ...{ claimantUrl: "", author: "", citations: citationsOf(facts.sources) },
  };
}

/** Each once by its address, or by its title where it has none. */
function citationsOf(sources: readonly { title: string; url: string }[]): Work[] {
  const works = sources.map(({ title, url }) => ({ title: String(trimmed(title)), url: webAddress(url) ?? "" }));
  return works.filter((one, at) => {
    const name = one.url || one.title;
    return name !== "" && works.findIndex((other) => (other.url || other.title) === name) === at;
  });
}

const trimmed = (value: unknown) => (typeof value === "string" ? value.toWellFormed().trim() : value);

/** That each field came back, or that the report says what became of it. */
function expectBack(
  found: Check | undefined,
  expected: Check,
  report: Report | undefined,
  carried: CheckField[],
): void {
  const told = new Set(report?.notes.map(({ field }) => field));
  for (const field of carried) {
    if (field === "body" || told.has(field)) continue;
    if (!found) expect(trimmed(expected.claim.replace(/\p{Cc}/gu, ""))).toBe("");
    else if (field === "reviewDate") expect(found.reviewDate.slice(0, 10)).toBe(expected.reviewDate);
    else if (field === "language" && found.language === "") expect(expected.language).not.toMatch(/^[a-z]{2}$/);
    else expect(trimmed(found[field]), field).toEqual(trimmed(expected[field]));
  }
}

test.each(Object.entries(CARRIED))(
  "[IM7] every field that %s carries comes back, or its report says why not",
  (format, carried) => {
    fc.assert(
      fc.property(anyClaimSet, (set) => {
        const { checks, reports } = readFile(bytesOf(fileOf(set, format)));
        const kept = reports.map((report, at) => ({ report, claim: set.claims[at] }));
        // There is room for one name on Google's pages.
        const between = format === "factchecktools" ? ", " : "; ";
        expect(reports).toHaveLength(set.claims.length);
        const back = [...checks];
        for (const { report, claim } of kept) {
          const found = report.outcome === "kept" ? back.shift() : undefined;
          const expected = expectedOf(set, claim as ReleasedClaim, format);
          const claimant = expected.claimant.replaceAll("; ", between);
          expectBack(found, { ...expected, claimant }, report, carried);
        }
      }),
      { numRuns: 40 },
    );
  },
);

const without = (check: Check, names: readonly string[]) =>
  Object.fromEntries(Object.entries(check).filter(([name]) => !names.includes(name)));

const NO_PROOFS = {
  ...{ sha256: "", keys: ["key"], checkpoint: "", corrections: () => [], release: () => "", signOffs: () => [] },
  ...{ evidence: () => [], sign: () => "" },
};

test("[IM7] the sample release says the same in every format, its rationale too, and in a bundle", () => {
  const of = (format: string) => readFile(bytesOf(fileOf(SAMPLE_CLAIM_SET, format)));
  const { checks } = of("claimreview");
  expect(checks.map(({ body }) => body.length > 0)).toContain(true);
  for (const format of ["datafeed", "json", "jsonl"]) expect(of(format).checks).toEqual(checks);
  const shorter = ["rating", "value", "best", "worst", "reviewDate", "citations"];
  expect(of("rawcsv").checks.map((one) => without(one, shorter))).toEqual(checks.map((one) => without(one, shorter)));
  expect(of("factchecktools").checks.map((one) => without(one, GOOGLE))).toEqual(
    checks.map((one) => without(one, GOOGLE)),
  );
  const [first] = of("json").reports;
  expect(first?.notes.find(({ id }) => id === "note_not_taken")?.values?.names).toContain("card.figures");
  const bundle = readFile(bytesOf({ pieces: zip(bundleFiles({ set: released(SAMPLE_CLAIM_SET), ...NO_PROOFS })) }));
  expect(bundle).toMatchObject({ format: "bundle", checks });
  expect(bundle.notes.map(({ id }) => id)).toEqual(["note_no_sign_off"]);
});

test("[IM7] precedents that are written and read again are the same, byte for byte", () => {
  const bytes = (checks: Check[]) => Buffer.from([...checksAsFeed(checks)].join(""));
  fc.assert(
    fc.property(anyClaimSet, fc.constantFrom("claimreview", "json", "rawcsv"), (set, format) => {
      const { checks } = readFile(bytesOf(fileOf(set, format)));
      const once = bytes(checks);
      const again = readFile(once);
      expect(again.checks).toEqual(checks);
      expect(bytes(again.checks).equals(once)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
