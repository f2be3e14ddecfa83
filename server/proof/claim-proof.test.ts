import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addSource, setField } from "#domain/card-edit.ts";
import { bundleOf, keyIn, releaseNow } from "#server/proof/bundle.fixture.ts";
import { newPrivateKey, signerOf } from "#server/proof/signer.ts";
import { CLAIM_FILE, type ClaimProof, claimFile, takeClaim, verifyClaim } from "#server/proof/verifier/claim-proof.js";
import { reportWords, run } from "#server/proof/verifier/main.js";
import { ARCHIVE, readArchive } from "#server/proof/verifier/zip.js";
import { caseWithClaim, once, placeOf, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
let bundle: Buffer;
let proof: string;
let otherId: string;

const take = (reference: string) => takeClaim(readArchive(bundle).files, reference);

beforeAll(async () => {
  desk = testDesk();
  const [ana, bo] = [desk.member("Ana", "editor"), desk.member("Bo", "editor")];
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.edit(ana, (doc) => addSource(doc, "s", { url: "https://example.org/b" }));
  const { documentId, caseNumber, sign } = claim;
  const place = { documentId, versionNumber: 1, ...placeOf("Nobody will forget it"), ...once() };
  const other = desk.services.claims.createFromWords(ana, caseNumber, place);
  otherId = other.claimId;
  const read = () => desk.services.claims.read(ana, caseNumber, other.number);
  desk.rooms.edit(other.claimId, ana.id, (doc) => setField(doc, "ratingId", "false"));
  desk.rooms.edit(other.claimId, ana.id, (doc) =>
    addSource(doc, "hidden", { url: "https://example.org/zebra", title: "Zebra", protected: true }),
  );
  const signOther = () =>
    desk.services.reviews.signOff(bo, other.claimId, {
      ...{ seenHash: read().contentHash, seenReviews: read().reviews.map(({ id }) => id), ...once() },
    });
  sign(bo);
  signOther();
  await releaseNow(desk, ana);
  claim.correct(ana);
  claim.edit(ana, (doc) => setField(doc, "saidWhere", "Lenne"));
  sign(bo);
  bundle = await bundleOf(desk, await releaseNow(desk, ana));
  proof = take("C-1-1");
});

afterAll(() => desk.close());

const checked = (text: string, ...keys: string[]) => verifyClaim(Buffer.from(text), keys.map(keyIn));

test("[PR15] one claim is proved with its sign-offs and corrections, and no word, number or event of another is in the file", () => {
  const report = checked(proof, desk.signer.line);
  expect(report).toMatchObject({ findings: [], isPinned: true, key: desk.signer.line });
  const said = reportWords(report);
  expect(said).toContain("“around 240 residents were moved”");
  expect(said).toContain("Sign-offs that stand in the record under the checkpoint: 1.");
  expect(said).toContain("Corrections, updates and retractions that stand in the record: 1.");
  expect(said).toContain("that it stands in release v2, are what this file says.");
  expect(said).toMatch(/Everything fits\.$/);
  for (const word of ["forget", "C-1-2", otherId, "ebra", "Two counts"]) expect(proof).not.toContain(word);
  const salts = desk.sqlite.prepare("select type, salt from audit_events").all() as { type: string; salt: string }[];
  const shown = salts.filter(({ salt }) => proof.includes(salt)).map(({ type }) => type);
  expect(shown).toEqual(["claim.corrected", "review.signed_off"]);
});

test("[PR15] of a claim that is not there, or covers a protected source, it is said why nothing is taken", () => {
  expect(() => take("C-1-9")).toThrow(/C-1-9 does not stand in this bundle/);
  expect(() => take("C-1-2")).toThrow(/What was signed of C-1-2 cannot be shown/);
});

test.each<[string, string, (proof: ClaimProof) => void]>([
  [
    "another content",
    "Its content is not what was signed off.",
    ({ content }) => Object.assign(content ?? {}, { statement: "2,400" }),
  ],
  ["another claim", "is not the sign-off that it is shown for.", (one) => Object.assign(one, { claimId: "other" })],
  ["more people than signed", "Fewer people signed it off than the 2", (one) => Object.assign(one, { quorum: 2 })],
  ["nobody who has to sign", "Its case asks for nobody's sign-off.", (one) => Object.assign(one, { quorum: 0 })],
  ["no sign-off", "nothing is proved.", (one) => Object.assign(one, { signOffs: [], quorum: 1 })],
  [
    "another editor",
    "does not say what was recorded.",
    ({ signOffs: [one] }) => Object.assign(one?.event?.body ?? {}, { lastEditorId: "x" }),
  ],
  ["another place in the record", "does not stand in the record", ({ signOffs: [one] }) => void one?.event?.path.pop()],
  [
    "another correction",
    "does not say what was recorded.",
    ({ corrections: [one] }) => Object.assign(one?.event?.body ?? {}, { what: "None." }),
  ],
])("[PR15] a file that was written anew with %s does not fit", (_what, sentence, change) => {
  const { sums: _, ...parts } = JSON.parse(proof) as ClaimProof;
  change(parts as ClaimProof);
  expect(
    checked(claimFile(parts))
      .findings.map(({ what }) => what)
      .join(),
  ).toContain(sentence);
});

test("[PR15] another desk's key is not the one that signed it; a byte order of its own is no file of ours", () => {
  const other = signerOf(newPrivateKey(), desk.signer.name);
  expect(checked(proof, other.line).findings).toMatchObject([{ item: "checkpoint" }]);
  expect(checked(JSON.stringify(JSON.parse(proof))).findings).toMatchObject([{ item: CLAIM_FILE }]);
});

/** The part of the file in which a byte stands, or whose SHA-256 it is. */
function partAt(bytes: Buffer, at: number): string {
  const end = bytes.indexOf("\n", at);
  const upTo = bytes.subarray(0, end).toString("latin1");
  const part = (depth: number) =>
    [...upTo.matchAll(new RegExp(`^ {${depth}}"(\\w+)":`, "gm"))].at(-1)?.[1] ?? CLAIM_FILE;
  return part(2) === "sums" ? part(4) : part(2);
}

test("[PR15] one changed byte is found a thousand times of a thousand, and the part or the file named", () => {
  const bytes = Buffer.from(proof);
  const folder = mkdtempSync(join(tmpdir(), "assay-claim-"));
  const file = join(folder, "claim.json");
  const checkedByFile = (content: Buffer) => {
    const said: string[] = [];
    writeFileSync(file, content);
    return { code: run([file], folder, (text) => said.push(text)), said: said.join("\n") };
  };
  expect(checkedByFile(bytes)).toMatchObject({ code: 0, said: expect.stringContaining("Everything fits.") });
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ by;
      const { code, said } = checkedByFile(changed);
      const names = at === 0 ? [ARCHIVE] : [CLAIM_FILE, partAt(bytes, at)];
      expect(
        names.some((name) => said.includes(`WRONG  ${name}: `)),
        `byte ${at}: ${said}`,
      ).toBe(true);
      expect(said).not.toContain("Everything fits");
      expect(code).toBe(1);
    }),
    { numRuns: 1_000 },
  );
  rmSync(folder, { recursive: true });
});
