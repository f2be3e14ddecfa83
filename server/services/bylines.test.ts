import { afterEach, beforeEach, expect, test } from "vitest";
import { caseByNumber } from "#db/queries/cases.ts";
import { releaseByNumber } from "#db/queries/releases.ts";
import type { Member } from "#server/context.ts";
import { bundleOf, filesIn, releaseNow } from "#server/proof/bundle.fixture.ts";
import type { Release } from "#server/proof/bundle-parts.ts";
import { verifyBundle } from "#server/proof/verifier/bundle.js";
import { readArchive } from "#server/proof/verifier/zip.js";
import { ORIGIN, openSite, type Site } from "#server/public/site.fixture.ts";
import { once } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

const REVIEWER = "A reviewer of the desk";
/** Nobody's byline, and nothing else in the case, holds one of these. */
const NAMES = /noori|lindqvist|haddad/i;

let site: Site;
let dalia: Member;

beforeEach(async () => {
  site = await openSite();
  const { desk, ana } = site;
  dalia = desk.member("Dalia Haddad", "editor");
  const { version } = desk.services.cases.open(ana, 1);
  const choices = { title: "Counts", scaleId: "seven-step-1", quorum: 2, restricted: false, memberIds: [] };
  desk.services.cases.configure(ana, 1, { ...choices, version, ...once() });
  site.claim.rate(ana, "disputed");
});

afterEach(() => site.close());

const bylines = () => site.desk.services.bylines;
const setMine = (member: Member, byline: string) => bylines().setMine(member, { byline, ...once() });
const bytes = (pieces: Iterable<string | Uint8Array>) => Buffer.concat([...pieces].map((one) => Buffer.from(one)));

async function signAndRelease(): Promise<Release> {
  for (const reviewer of [site.bo, dalia]) site.claim.sign(reviewer);
  return releaseNow(site.desk, site.ana);
}

/** A second claim, released and then withdrawn by Ana with Bo behind it. */
async function withdrawAnother(): Promise<void> {
  const { ana, bo, desk } = site;
  const { claims, corrections, reviews } = desk.services;
  const { number, claimId } = claims.create(ana, 1, { statement: "It rained.", ...once() });
  desk.rooms.edit(claimId, ana.id, (doc) => doc.getMap("fields").set("ratingId", "true"));
  for (const reviewer of [bo, dalia]) {
    const { contentHash: seenHash, reviews: seen } = claims.read(reviewer, 1, number);
    reviews.signOff(reviewer, claimId, { seenHash, seenReviews: seen.map(({ id }) => id), ...once() });
  }
  await signAndRelease();
  const { version } = claims.read(ana, 1, number);
  const words = { kind: "retraction" as const, what: "It did not rain.", why: "Misread.", releasedBefore: 1 };
  const { id } = corrections.prepare(ana, 1, number, { ...words, version, ...once() });
  corrections.confirm(bo, 1, id, once());
}

/** Everything that leaves with a release: its files, its bundle unpacked, public pages, feeds. */
async function everythingOf(release: Release): Promise<Map<string, Buffer>> {
  const { desk, bo } = site;
  const bundle = await bundleOf(desk, release);
  const all = new Map(Object.entries(filesIn(bundle)).map(([name, content]) => [`bundle/${name}`, content]));
  for (const { id } of desk.services.releases.formats()) {
    const content = bytes(desk.services.releases.file(bo, 1, release.number, id).pieces);
    all.set(id, content);
    if (id === "docx") for (const [name, part] of Object.entries(filesIn(content))) all.set(`docx/${name}`, part);
  }
  const token = desk.services.feeds.make(bo, 1, once()).url.split("/").at(-1) ?? "";
  for (const format of ["atom", "rss"]) {
    const [, newest = ""] = desk.services.feeds.read(token, format).body.split(/<(?:entry|item)>/);
    expect(newest).toContain(`/releases/${release.number}`);
    all.set(format, Buffer.from(newest));
  }
  for (const path of pagesOf(release.number)) {
    const { status, body } = await site.get(path);
    expect([200, 410], path).toContain(status);
    all.set(path, Buffer.from(body));
  }
  return all;
}

function pagesOf(number: number): string[] {
  const pages = [`/published/1/${number}`, "/published/1/C-1-1", `/published/1/${number}/C-1-1`];
  const shown = pages.map((path) => `/published/oembed?url=${encodeURIComponent(ORIGIN + path)}`);
  return ["/published", ...pages, ...shown, `/published/1/${number}/claim-set.json`, "/published/feed.atom"];
}

test("[RL20] with a byline nobody's name is in any byte that leaves, and two with the same one still verify as two", async () => {
  await withdrawAnother();
  const before = releaseOf(1);
  const asItWas = await bundleOf(site.desk, before);
  expect(bytes(site.desk.services.releases.file(site.bo, 1, 1, "json").pieces).toString()).toMatch(NAMES);
  site.desk.clock.now += 60_000;
  setMine(site.ana, "The editor");
  bylines().setFor(site.ana, site.bo.id, { byline: REVIEWER, ...once() });
  setMine(dalia, `  A reviewer   of the desk `);
  site.claim.correct(site.ana);
  site.claim.edit(site.ana, (doc) => doc.getText("verdict").insert(0, "Counted again. "));
  site.switchOn();
  const release = await signAndRelease();
  site.publish(release.number);
  for (const [name, content] of await everythingOf(release)) expect(content.toString(), name).not.toMatch(NAMES);

  const bundle = await bundleOf(site.desk, release);
  expect(verifyBundle({ ...readArchive(bundle), isArchive: true }).findings).toEqual([]);
  const { documents } = JSON.parse(filesIn(bundle)["evidence.json"]?.toString() ?? "");
  expect(documents).toMatchObject([{ capturedBy: "The editor" }]);
  const { claims, retractions } = JSON.parse(filesIn(bundle)[jsonName(bundle)]?.toString() ?? "");
  expect(claims[0].signOffs.map((one: { name: string }) => one.name)).toEqual([REVIEWER, REVIEWER]);
  expect([claims[0].corrections[0].by, retractions[0].by]).toEqual(["The editor", "The editor"]);
  expect((await bundleOf(site.desk, before)).equals(asItWas)).toBe(true);
});

const jsonName = (bundle: Buffer) =>
  Object.keys(filesIn(bundle)).find((name) => /^exports\/.*-v\d+\.json$/.test(name)) ?? "";

function releaseOf(number: number): Release {
  const found = releaseByNumber(site.desk.db, caseByNumber(site.desk.db, 1)?.id ?? "", number);
  if (!found) throw new Error("It was released.");
  return found;
}

test("[RL20] a byline that is chosen while a release is made counts in it", async () => {
  for (const reviewer of [site.bo, dalia]) site.claim.sign(reviewer);
  const { releases } = site.desk.services;
  const { ready } = await releases.preflight(site.ana, 1);
  const expected = ready.map(({ claimId, contentHash }) => ({ claimId, contentHash }));
  const made = releases.make(site.ana, 1, { expected, ...once() });
  setMine(dalia, REVIEWER);
  await made;
  expect(bytes(releases.file(site.bo, 1, 1, "json").pieces).toString()).not.toContain("Haddad");
});

test("[AC16] inside the desk everybody goes by their name, with a byline too; without one their name leaves", async () => {
  setMine(site.bo, REVIEWER);
  setMine(site.bo, "");
  setMine(dalia, REVIEWER);
  const { head } = await signAndRelease();
  expect(head.release.madeBy).toBe("Ana Noori");
  const { releases, members } = site.desk.services;
  const { claims } = JSON.parse(bytes(releases.file(site.bo, 1, 1, "json").pieces).toString());
  expect(claims[0].signOffs.map((one: { name: string }) => one.name)).toEqual(["Bo Lindqvist", REVIEWER]);
  expect(site.claim.read(site.bo).reviews.map(({ reviewer }) => reviewer?.name)).toEqual([
    ...["Dalia Haddad", "Bo Lindqvist"],
  ]);
  const list = members.list(site.ana).map(({ name, byline }) => [name, byline]);
  expect(list).toEqual([
    ["Ana Noori", "Ana Noori"],
    ["Bo Lindqvist", "Bo Lindqvist"],
    ["Dalia Haddad", REVIEWER],
  ]);
});

test("[AC16] a byline hides nothing and is no colleague's name; only admins choose that of somebody else, once", () => {
  const vera = site.desk.member("Vera Moss", "viewer");
  for (const [byline, why] of [
    ["dalia  HADDAD", "Somebody else"],
    ["A\u202eB", "cannot be seen"],
    ["Аnа N.", "one alphabet"],
    ["–", "no letters"],
  ] as const)
    expect(refusal(() => setMine(vera, byline))).toMatchObject({
      kind: "bad_input",
      message: expect.stringContaining(why),
    });
  setMine(vera, "V. M.");
  setMine(vera, "V. M.");
  const others = { byline: "Somebody", ...once() };
  expect(refusal(() => bylines().setFor(site.bo, vera.id, others)).kind).toBe("forbidden");
  expect(refusal(() => bylines().setFor(site.ana, "none", others)).kind).toBe("not_found");
  expect(bylines().mine(vera)).toEqual({ name: "Vera Moss", byline: "V. M." });
  const said = site.desk.sqlite.prepare("select body from audit_events where type = 'member.byline_set'").all();
  expect(said).toEqual([{ body: JSON.stringify({ byline: "V. M.", memberId: vera.id }) }]);
});
