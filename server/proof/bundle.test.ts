import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lastSealOf } from "#db/queries/proofs.ts";
import { addSource, setField } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { released, SAMPLE_CLAIM_SET } from "#server/export/claim-set.fixture.ts";
import { HOSTILE_CORPUS } from "#server/export/hostile-texts.fixture.ts";
import { readFile } from "#server/import/read-file.ts";
import { bundleOf, filesIn, keyIn, releaseNow, sealsOf, textsIn } from "#server/proof/bundle.fixture.ts";
import { bundleFiles } from "#server/proof/bundle.ts";
import type { Release } from "#server/proof/bundle-parts.ts";
import { rotateKey } from "#server/proof/keys.ts";
import { verifyBundle } from "#server/proof/verifier/bundle.js";
import { sha256 } from "#server/proof/verifier/canonical.js";
import { readArchive } from "#server/proof/verifier/zip.js";
import { withhold } from "#server/proof/withhold.ts";
import { ARTICLE, caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  bo = desk.member("Bo", "editor");
  claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.edit(ana, (doc) =>
    addSource(doc, "open", { title: "Bulletin", url: "https://example.org/b", note: "secret-note" }),
  );
});

afterEach(() => desk.close());

function release(): Promise<Release> {
  claim.sign(bo);
  return releaseNow(desk, ana);
}

const verified = (bundle: Buffer) => verifyBundle({ ...readArchive(bundle), isArchive: true });
const signOffsIn = (bundle: Buffer) => JSON.parse(textsIn(bundle)["audit/sign-offs.jsonl"]?.split("\n")[0] ?? "");

test("[PR9] a stranger verifies a bundle with the file inside it and Node alone, as a zip and unpacked", async () => {
  const bundle = await bundleOf(desk, await release());
  const folder = mkdtempSync(join(tmpdir(), "assay-bundle-"));
  for (const [name, content] of Object.entries(filesIn(bundle))) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(join(folder, "case.zip"), bundle);
  const node = (...words: string[]) =>
    promisify(execFile)(process.execPath, ["verify.mjs", ...words], { cwd: folder }).catch((error) => error);
  expect((await node()).stdout).toMatch(
    /case\.zip is not part of the bundle and was not checked\.\nEverything fits\.\n$/,
  );
  const pinned = await node("case.zip", "--key", desk.signer.line);
  expect(pinned.stdout).toContain("It is the key that you named.");
  expect(pinned.stdout).toMatch(/^Release v1 of case 1, “Counts”.*Everything fits\.\n$/s);
  writeFileSync(join(folder, "checkpoint.txt"), "something else\n");
  expect(await node()).toMatchObject({ code: 1, stdout: expect.stringContaining("WRONG  checkpoint.txt: ") });
  expect(await node("--help")).toMatchObject({ code: 2, stdout: expect.stringMatching(/^Usage: /) });
  expect(await node("none.zip")).toMatchObject({ code: 2, stderr: expect.stringContaining("none.zip") });
  rmSync(folder, { recursive: true });
});

test("[PR9] it holds every format, the evidence, what was signed with its proofs, a manifest and its signature", async () => {
  const bundle = await bundleOf(desk, await release());
  const texts = textsIn(bundle);
  expect(Object.keys(texts)).toEqual(Object.keys(texts).toSorted());
  const { files, claimSet } = JSON.parse(texts["manifest.json"] ?? "");
  expect(files.map((one: { name: string }) => one.name)).toEqual(
    Object.keys(texts).filter((name) => !["manifest.json", "signature.txt"].includes(name)),
  );
  for (const { id } of desk.services.releases.formats()) {
    const { fileName, pieces } = desk.services.releases.file(ana, 1, 1, id);
    expect(texts[`exports/${fileName}`]).toBe(Buffer.concat([...pieces].map((one) => Buffer.from(one))).toString());
  }
  expect(claimSet).toEqual({ file: "exports/case-1-counts-v1.json", sha256: expect.any(String), claims: 1 });
  const { documents, sources } = JSON.parse(texts["evidence.json"] ?? "");
  expect(documents).toMatchObject([
    { title: "Two counts", bytes: 114, capturedBy: "Ana", from: "https://example.org/two-counts" },
  ]);
  expect(sources).toMatchObject([{ claim: "C-1-1", from: "https://example.org/b", sha256: null, capturedBy: null }]);
  const { content, contentHash, signOffs } = signOffsIn(bundle);
  expect(content).toMatchObject({ statement: "around 240 residents were moved", rating: { id: "true" } });
  expect(signOffs).toMatchObject([
    { name: "Bo", event: { actorId: bo.id, body: { contentHash, lastEditorId: ana.id, quorum: 1 } } },
  ]);
  expect(texts["README.txt"]).toContain(desk.signer.line);
  expect(Object.values(texts).join()).not.toContain("secret-note");
});

test("[PR14] the evidence holds hash, size, time and person of a source whose page the desk kept, as it was when the release was made", async () => {
  const kept = {
    ...ARTICLE,
    title: "Bulletin",
    originUrl: "https://www.example.org/b/",
    text: "Around 240 were moved.",
  };
  desk.services.documents.add(bo, 1, { ...kept, ...once() });
  claim.edit(ana, (doc) => addSource(doc, "other", { url: "https://example.org/c" }));
  claim.edit(ana, (doc) => addSource(doc, "hidden", { url: "https://example.org/b?id=1", protected: true }));
  const at = new Date(desk.clock.now).toISOString();
  const made = await release();
  const evidence = async () => textsIn(await bundleOf(desk, made))["evidence.json"] ?? "";
  const before = await evidence();
  const copy = { sha256: sha256(kept.text), bytes: kept.text.length, capturedAt: at, capturedBy: "Bo" };
  const none = { sha256: null, bytes: null, capturedAt: null, capturedBy: null };
  expect(JSON.parse(before).sources).toEqual([
    { claim: "C-1-1", source: "open", title: "Bulletin", from: "https://example.org/b", archived: null, ...copy },
    { claim: "C-1-1", source: "other", title: "", from: "https://example.org/c", archived: null, ...none },
  ]);
  desk.clock.now += 1_000;
  desk.services.documents.add(bo, 1, { ...kept, text: "It reads otherwise now.", ...once() });
  expect(await evidence()).toBe(before);
});

test("[IM7] what a bundle is imported as is what its claim set is, with its rationale, and never a sign-off", async () => {
  claim.edit(ana, (doc) => setField(doc, "claimant", "The board"));
  const bundle = await bundleOf(desk, await release());
  const { checks, format, notes } = readFile(bundle);
  expect(format).toBe("bundle");
  expect(checks).toMatchObject([{ claim: "around 240 residents were moved", claimant: "The board", rating: "True" }]);
  expect(checks).toEqual(readFile(filesIn(bundle)["exports/case-1-counts-v1.json"] ?? Buffer.alloc(0)).checks);
  expect(notes.map(({ id }) => id)).toEqual(["note_no_sign_off"]);
});

test("[FM5] files of a bundle have names that every system takes, and its README is plain lines, whatever a case is called", () => {
  const nothing = { corrections: () => [], release: () => "", signOffs: () => [], evidence: () => [], sign: () => "" };
  for (const title of HOSTILE_CORPUS) {
    const set = released({ ...SAMPLE_CLAIM_SET, case: { number: 14, title }, claims: [] });
    const files = [...bundleFiles({ set, sha256: "", keys: ["key"], checkpoint: "", ...nothing })];
    for (const { name } of files)
      expect(name).toMatch(/^((exports\/case-14(-[a-z0-9]+)*-v2(\.[a-z]+)+)|(audit\/)?[A-Za-z-]+\.[a-z]+)$/);
    const lines = [...(files[0]?.pieces ?? [])].join("").split("\n");
    expect(lines).toHaveLength(13);
    expect(lines.filter((line) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line))).toEqual([]);
  }
});

test("[PR8] the same release gives the same bytes: again, in another time zone, and when another key signs", async () => {
  const made = await release();
  const first = await bundleOf(desk, made);
  const zone = process.env.TZ;
  process.env.TZ = "Pacific/Kiritimati";
  desk.clock.now += 40 * 24 * 3_600_000;
  const again = await bundleOf(desk, made);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(again.equals(first)).toBe(true);
  const place = { read: () => null, write: () => {} };
  const signer = rotateKey(desk.db, { place, origin: "http://localhost:3000", at: desk.clock.now });
  expect((await bundleOf({ ...desk, signer }, made)).equals(first)).toBe(true);
  claim.correct(ana);
  claim.edit(ana, (doc) => setField(doc, "saidWhere", "Lenne"));
  const next = await bundleOf({ ...desk, signer }, await release());
  expect(verified(next)).toMatchObject({ findings: [], key: signer.line });
});

test("[PR8] after an update that writes the same, the same is signed; one that writes otherwise is sealed anew", async () => {
  const made = await release();
  const first = await sealsOf(desk).seal(made);
  const place = { read: () => null, write: () => {} };
  const signer = rotateKey(desk.db, { place, origin: "http://localhost:3000", at: desk.clock.now });
  const stale = { ...first, basis: "an older program" };
  const insert = desk.sqlite.prepare(
    "insert into bundle_seals (release_id, basis, key, manifest_sha256, note, sha256, bytes, at) values (?, ?, ?, ?, ?, ?, ?, 0)",
  );
  const { releaseId, basis, key, note, sha256, bytes } = stale;
  insert.run(releaseId, basis, key, first.manifestSha256, note, sha256, bytes);
  const seals = sealsOf({ ...desk, signer });
  expect(seals.fresh(made.id)).toBeNull();
  expect(await seals.seal(made)).toMatchObject({ note, sha256, key: first.key, basis: first.basis });
  insert.run(releaseId, basis, key, "0".repeat(64), note, sha256, bytes);
  expect(await seals.seal(made)).toMatchObject({ key: signer.line, basis: first.basis });
  expect(verified(await bundleOf({ ...desk, signer }, made)).findings).toEqual([]);
});

test("[PR8] whoever asks while it is sealed waits for the same; a bundle that would come out otherwise is broken off", async () => {
  const made = await release();
  const seals = sealsOf(desk);
  const [one, other] = await Promise.all([seals.seal(made), seals.seal(made)]);
  expect(one.id).toBe(other.id);
  expect(() => [...seals.pieces(made, { ...one, manifestSha256: "0".repeat(64) })]).toThrow(/broken off/);
  expect(() => desk.sqlite.exec("update bundle_seals set sha256 = 'x'")).toThrow(/append-only/);
});

test("[PR10] nothing in a bundle confirms a guess at a protected source: no hash that covers it, no event that does", async () => {
  claim.edit(ana, (doc) => addSource(doc, "hidden-id", { url: "https://example.org/secret-witness", protected: true }));
  const { contentHash } = claim.read(ana);
  const bundle = await bundleOf(desk, await release());
  const everything = Object.values(textsIn(bundle)).join();
  const { seq } = desk.sqlite.prepare("select seq from audit_events where type = 'review.signed_off'").get() as {
    seq: number;
  };
  const { salt } = desk.sqlite.prepare("select salt from audit_events where seq = ?").get(seq) as { salt: string };
  for (const secret of [contentHash, "hidden-id", "secret-witness", salt]) expect(everything).not.toContain(secret);
  expect(signOffsIn(bundle)).toMatchObject({
    ...{ contentHash: null, content: null },
    signOffs: [{ name: "Bo", event: null, why: "It covers a protected source." }],
  });
  expect(verified(bundle)).toMatchObject({ findings: [], limits: [expect.stringContaining("told but not shown")] });
});

test("[PR10] of a release without corrections only its event and its sign-offs are opened; no other event of the record is", async () => {
  const made = await release();
  const opened = Object.values(textsIn(await bundleOf(desk, made))).join();
  const rows = desk.sqlite.prepare("select type, salt from audit_events").all() as { type: string; salt: string }[];
  const shown = rows.filter(({ salt }) => opened.includes(salt)).map(({ type }) => type);
  expect(shown).toEqual(["review.signed_off", "release.made"]);
});

test("[PR13] of the record, the events of what a release tells of corrections are opened too; a withheld one is told with the reason", async () => {
  await release();
  claim.correct(ana);
  claim.edit(ana, (doc) => setField(doc, "saidWhere", "Lenne"));
  const made = await release();
  const told = (bundle: Buffer) => JSON.parse(textsIn(bundle)["audit/corrections.jsonl"] ?? "");
  const bundle = await bundleOf(desk, made);
  expect(told(bundle)).toMatchObject({
    ...{ reference: "C-1-1", claimId: claim.claimId },
    corrections: [{ event: { type: "claim.corrected", body: { by: ana.id, why: "It was misread." } }, behind: [] }],
  });
  const rows = desk.sqlite.prepare("select type, salt from audit_events").all() as { type: string; salt: string }[];
  const everything = Object.values(textsIn(bundle)).join();
  const shown = rows.filter(({ salt }) => everything.includes(salt)).map(({ type }) => type);
  expect(shown).toEqual(["claim.corrected", "review.signed_off", "release.made"]);
  const seq = desk.sqlite.prepare("select seq from audit_events where type = 'claim.corrected'").pluck().get();
  withhold(desk.db, { seq: Number(seq), reason: "Order of a court", at: 0 });
  const after = await bundleOf(desk, made);
  const why = "What it says is withheld: Order of a court";
  expect(told(after).corrections).toEqual([{ event: null, why, behind: [] }]);
  expect([bundle, after].map((one) => verified(one).findings)).toEqual([[], []]);
  expect(verified(after).limits).toEqual([expect.stringContaining("Corrections that are told but not shown")]);
});

test("[PR10] a sign-off that is withheld is told with the reason; the bundle from before still holds", async () => {
  const made = await release();
  const before = await bundleOf(desk, made);
  const seq = desk.sqlite.prepare("select seq from audit_events where type = 'review.signed_off'").pluck().get();
  withhold(desk.db, { seq: Number(seq), reason: "Order of a court", at: 0 });
  const bundle = await bundleOf(desk, made);
  const why = "What it says is withheld: Order of a court";
  expect(signOffsIn(bundle).signOffs).toMatchObject([{ event: null, why }]);
  expect([before, bundle].map((one) => verified(one).findings)).toEqual([[], []]);
});

test("[PR10] events from before there were commitments are told, and none of them is opened", async () => {
  const made = await release();
  desk.sqlite.exec("drop trigger audit_events_no_update; update audit_events set version = 1, salt = null");
  const bundle = await bundleOf(desk, made);
  const why = "It was recorded before single events could be shown.";
  expect(signOffsIn(bundle).signOffs).toMatchObject([{ event: null, why }]);
  expect(JSON.parse(textsIn(bundle)["audit/release.json"] ?? "")).toMatchObject({ event: null, why });
  expect(verified(bundle).findings).toEqual([]);
});

test("[PR9] the bundle of a later release proves that the record of the one before is the beginning of its own", async () => {
  await release();
  claim.correct(ana);
  claim.edit(ana, (doc) => setField(doc, "saidWhere", "Lenne"));
  const bundle = await bundleOf(desk, await release());
  const { earlier } = JSON.parse(textsIn(bundle)["audit/release.json"] ?? "");
  expect(earlier.path.length).toBeGreaterThan(0);
  expect(verified(bundle).findings).toEqual([]);
  expect(verifyBundle({ ...readArchive(bundle), isArchive: true }, [keyIn(desk.signer.line)]).findings).toEqual([]);
});

test("[PR9] a release from before there were checkpoints gets one with its bundle", async () => {
  const made = await release();
  desk.sqlite.exec("drop trigger audit_checkpoints_no_delete; delete from audit_checkpoints");
  expect(verified(await bundleOf(desk, made)).findings).toEqual([]);
  expect(lastSealOf(desk.db, made.id)?.key).toBe(desk.signer.line);
});
