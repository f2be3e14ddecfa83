import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Written, type ZipFile, zip } from "#server/export/zip.ts";
import { bundleOf, releaseNow } from "#server/proof/bundle.fixture.ts";
import { verifyBundle } from "#server/proof/verifier/bundle.js";
import { run } from "#server/proof/verifier/main.js";
import { ARCHIVE, readArchive } from "#server/proof/verifier/zip.js";
import { caseWithClaim, testDesk } from "#server/testing/desk.ts";

async function smallBundle(): Promise<Buffer> {
  const desk = testDesk();
  const [ana, bo] = [desk.member("Ana", "editor"), desk.member("Bo", "editor")];
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.sign(bo);
  await releaseNow(desk, ana);
  claim.correct(ana);
  const bundle = await bundleOf(desk, await releaseNow(desk, ana));
  await desk.close();
  return bundle;
}

/** Whose bytes these are: of a file, of its line in the list at the end, or of the end itself. */
function ownersIn(bundle: Buffer): { names: string[]; end: number }[] {
  const files = [...readArchive(bundle).files];
  let end = 0;
  const inFiles = files.map(([name, { packed, read }]) => {
    end += 30 + Buffer.byteLength(name) + (packed ?? read()).length + (packed ? 16 : 0);
    return { names: [name], end };
  });
  const inList = files.map(([name]) => {
    end += 46 + Buffer.byteLength(name);
    return { names: [name, ARCHIVE], end };
  });
  return [...inFiles, ...inList, { names: [ARCHIVE], end: bundle.length }];
}

test("[PR11] one changed byte anywhere in a bundle is found: a thousand times it is said in words which file it is, and the exit code is 1", async () => {
  const bundle = await smallBundle();
  const folder = mkdtempSync(join(tmpdir(), "assay-bytes-"));
  const file = join(folder, "bundle.zip");
  const regions = ownersIn(bundle);
  /** What the program in the bundle says of these bytes, and its exit code. */
  const checked = (bytes: Buffer) => {
    const said: string[] = [];
    writeFileSync(file, bytes);
    return { code: run([file], folder, (text) => said.push(text)), said: said.join("\n") };
  };
  expect(checked(bundle)).toMatchObject({ code: 0, said: expect.stringContaining("Everything fits.") });
  fc.assert(
    fc.property(fc.nat(bundle.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(bundle);
      changed[at] = (changed[at] ?? 0) ^ by;
      const { names } = regions.find(({ end }) => at < end) ?? { names: [] };
      const { code, said } = checked(changed);
      expect(
        names.filter((name) => said.includes(`WRONG  ${name}: `)),
        `byte ${at}: ${said}`,
      ).not.toEqual([]);
      expect(said).not.toContain("fits");
      expect(code).toBe(1);
    }),
    // With this it reads like the beginning of the file of one claim.
    { numRuns: 1_000, examples: [[0, 43]] },
  );
  rmSync(folder, { recursive: true });
});

test("[PR11] a false file beside the true one, under the same name, is named: another program might unpack the false one", async () => {
  const { files } = readArchive(await smallBundle());
  const isReport = (name: string) => name.endsWith(".html");
  function* both(): Generator<ZipFile, void, Written | undefined> {
    for (const [name, { packed, read }] of files) {
      if (isReport(name)) yield { name, pieces: ["<p>Something else</p>"], isPacked: false };
      yield { name, pieces: [read()], isPacked: packed !== null };
    }
  }
  const { findings } = verifyBundle({ ...readArchive(Buffer.concat([...zip(both())])), isArchive: true });
  const item = [...files.keys()].find(isReport);
  expect(findings).toEqual([{ item, what: expect.stringContaining("twice") }]);
});
