import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimSet } from "#domain/claim-set.ts";
import { isAppError } from "#domain/errors.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { HOSTILE_TEXTS, SAMPLE_CLAIM_SET, sampleSet, sampleSource } from "#server/export/claim-set.fixture.ts";
import { EXPORT_FORMATS } from "#server/export/index.ts";
import { bytesOf, fileOf, readFile } from "#server/export/read-file.fixture.ts";

const ids = EXPORT_FORMATS.map(({ id }) => id);
const bodyOf = (set: ClaimSet, id: string) => readFile(fileOf(set, id));
const named = (title: string) => fileOf({ ...SAMPLE_CLAIM_SET, case: { number: 14, title } }, "claimreview").fileName;
const hashOf = (set: ClaimSet, id: string) =>
  createHash("sha256")
    .update(bytesOf(fileOf(set, id)))
    .digest("hex");

/** The hash of every format, as another process writes them: in another folder, time zone and language. */
function hashesElsewhere(env: Record<string, string>): string[] {
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const script = `
    const { createHash } = await import("node:crypto");
    const { EXPORT_FORMATS } = await import(${here("index.ts")});
    const { SAMPLE_CLAIM_SET } = await import(${here("claim-set.fixture.ts")});
    const { bytesOf, fileOf } = await import(${here("read-file.fixture.ts")});
    const hashOf = ({ id }) => createHash("sha256").update(bytesOf(fileOf(SAMPLE_CLAIM_SET, id))).digest("hex");
    process.stdout.write(EXPORT_FORMATS.map(hashOf).join(" "));`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: tmpdir(),
    env: { ...process.env, ...env },
    encoding: "utf8",
  }).split(" ");
}

describe("exporting a release", () => {
  test("offers each format under an id, an extension and a media type of its own kind", () => {
    const standards = ["claimreview", "datafeed", "factchecktools", "annotations"];
    expect(ids).toEqual([...standards, "csv", "rawcsv", "json", "jsonl", "markdown", "docx", "html"]);
    expect(new Set(EXPORT_FORMATS.map(({ extension }) => extension)).size).toBe(ids.length);
  });

  test("refuses a format that does not exist in words", () => {
    const refusal = (() => {
      try {
        return fileOf(SAMPLE_CLAIM_SET, "exe");
      } catch (error) {
        return error;
      }
    })();
    expect(isAppError(refusal) && refusal.kind).toBe("not_found");
  });

  test.each([
    ["Prison break figures", "case-14-prison-break-figures-v2.claimreview.json"],
    ["", "case-14-v2.claimreview.json"],
    ["../../etc/x\r\nX: y", "case-14-etc-x-x-y-v2.claimreview.json"],
    ["CON", "case-14-con-v2.claimreview.json"],
    ["\u202Efdp.exe", "case-14-fdp-exe-v2.claimreview.json"],
    ["Élection à Łódź", "case-14-election-a-odz-v2.claimreview.json"],
    ["سجن", "case-14-v2.claimreview.json"],
  ])("a release of %j is named %s", (title, name) => {
    expect(named(title)).toBe(name);
  });

  test("a name is made of letters, digits, hyphens and points whatever the title is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (title) => {
        expect(named(title)).toMatch(/^case-14(-[a-z0-9]+)*-v2\.claimreview\.json$/);
      }),
    );
  });

  test.each(["“Nobody was told.”", "«Personne»", '"All of it"'])("%s gets no second quotation marks", (exact) => {
    const quote = { id: "q", versionId: "v-1", exact, prefix: "", suffix: "", start: 0, end: 1 };
    const set = sampleSet({ quotes: [quote], sources: [sampleSource("s", { quote: exact })] });
    for (const id of ["markdown", "csv"]) expect(bodyOf(set, id)).not.toContain(`“${exact}”`);
    expect(bodyOf(set, "html").match(/<q class="own">/g)).toHaveLength(2);
  });

  test("fails rather than print a protected source", () => {
    const leaky = sampleSet({ sources: [sampleSource("s", { protected: true })] });
    for (const id of ids) expect(() => bodyOf(leaky, id)).toThrow("protected source of C-14-3");
  });

  test.each(ids)("%s names only claims of the set, and a set without claims is a file without claims", (id) => {
    expect(
      bodyOf(SAMPLE_CLAIM_SET, id)
        .match(/C-14-\d+/g)
        ?.every((one) => ["C-14-3", "C-14-5", "C-14-8"].includes(one)),
    ).toBe(true);
    expect(bodyOf({ ...SAMPLE_CLAIM_SET, claims: [] }, id)).not.toMatch(/C-14-\d/);
  });

  test("[FM4] the same release gives the same bytes, also in another process, folder, time zone and language", () => {
    const here = ids.map((id) => hashOf(SAMPLE_CLAIM_SET, id));
    expect(hashesElsewhere({ TZ: "Pacific/Kiritimati", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" })).toEqual(here);
    expect(hashesElsewhere({ TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" })).toEqual(here);
  });

  test("every claim set exports in every format, twice alike, and the set is not touched", () => {
    fc.assert(
      fc.property(anyClaimSet, fc.constantFrom(...ids), (set, id) => {
        const before = structuredClone(set);
        expect(bodyOf(set, id)).toEqual(bodyOf(structuredClone(set), id));
        expect(set).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  test.each(HOSTILE_TEXTS)("a file with %j is well-formed Unicode", (statement) => {
    for (const id of ids) expect(bodyOf(sampleSet({ statement: `${statement}\ud800` }), id).isWellFormed()).toBe(true);
  });
});
