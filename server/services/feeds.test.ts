import { afterEach, beforeEach, expect, test } from "vitest";
import { updateLanguage } from "#db/queries/people.ts";
import { setField } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { all, readXml, textOf } from "#server/feeds/feed.fixture.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;
let vera: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "admin");
  bo = desk.member("Bo", "editor");
  vera = desk.member("Vera", "viewer");
});

afterEach(() => desk.close());

/** A case with so many releases of one claim. */
async function released(times: number) {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "disputed");
  for (let at = 0; at < times; at++) {
    if (at > 0) claim.correct(ana, "update");
    claim.edit(ana, (doc) => setField(doc, "saidWhere", `Place ${at}`));
    claim.sign(bo);
    await releaseAll(desk, ana);
    desk.clock.now += 60_000;
  }
  return claim;
}

const tokenOf = (actor: Member) => desk.services.feeds.make(actor, 1, once()).url.split("/").at(-1) ?? "";
const read = (token: string, format = "atom") => desk.services.feeds.read(token, format);
const NONE = "There is no such feed here, or it is not open to you.";

test("[FE3] a member of any role gets an address that tells of each release, and nothing of its claims", async () => {
  await released(2);
  const { mediaType, body } = read(tokenOf(vera));
  const feed = readXml(body);
  expect(mediaType).toBe("application/atom+xml; charset=utf-8");
  expect(textOf(feed, "title")).toEqual(["Releases of “Counts”"]);
  expect(all(feed, "entry").map((one) => [textOf(one, "title"), textOf(one, "id")].flat())).toEqual([
    ["Counts, v2", "http://localhost:3000/cases/1/releases/2"],
    ["Counts, v1", "http://localhost:3000/cases/1/releases/1"],
  ]);
  expect(all(feed, "entry").map((one) => textOf(one, "summary")[0])).toEqual(
    desk.services.releases.list(ana, 1).map(({ sha256 }) => `1 verified claim. SHA-256 of the claim set: ${sha256}`),
  );
  expect(body).not.toMatch(/residents|C-1-1/);
  const rss = read(tokenOf(vera), "rss");
  expect(rss.mediaType).toBe("application/rss+xml; charset=utf-8");
  expect(readXml(rss.body).name).toBe("rss");
});

test("[FE4] only the hash of an address is stored; a new one ends the one before, and it can be ended", async () => {
  await released(1);
  const [old, token] = [tokenOf(vera), tokenOf(vera)];
  const stored = desk.sqlite.prepare("select * from feed_addresses").all();
  expect(stored).toHaveLength(1);
  expect(JSON.stringify([stored, desk.sqlite.prepare("select * from idempotency_keys").all()])).not.toContain(token);
  expect(() => read(old)).toThrow(NONE);
  expect(read(token).body).toContain(`/feeds/${token}/atom`);
  expect(desk.services.feeds.since(vera, 1)).toBe(desk.clock.now);
  desk.services.feeds.end(vera, 1, once());
  desk.services.feeds.end(vera, 1, once());
  expect(() => read(token)).toThrow(NONE);
  expect(desk.services.feeds.since(vera, 1)).toBeNull();
  const kinds = desk.sqlite
    .prepare("select type from audit_events where type like 'feed.%' order by seq")
    .pluck()
    .all();
  expect(kinds).toEqual(["feed.address_made", "feed.address_made", "feed.address_ended"]);
});

test("[FE4] a form that comes twice makes one address, shown once", async () => {
  await released(1);
  const same = once();
  const { url } = desk.services.feeds.make(vera, 1, same);
  expect(() => desk.services.feeds.make(vera, 1, same)).toThrow(/shown only once/);
  expect(read(url.split("/").at(-1) ?? "").body).toContain("v1");
});

test("[FE5] an address gives what is open to its member now: not a case that was closed to them, and nothing after they left", async () => {
  await released(1);
  const [hers, his] = [tokenOf(vera), tokenOf(bo)];
  const { title, version } = desk.services.cases.open(ana, 1);
  const settings = { title, version, scaleId: "seven-step-1", quorum: 1, restricted: true, memberIds: [bo.id] };
  desk.services.cases.configure(ana, 1, { ...settings, ...once() });
  expect(() => read(hers)).toThrow(NONE);
  expect(() => desk.services.feeds.make(vera, 1, once())).toThrow(/^There is no such case/);
  expect(read(his).body).toContain("v1");
  desk.services.members.deactivate(ana, bo.id, once());
  expect(() => read(his)).toThrow(NONE);
});

test.each(["", "x", "%00", "__proto__"])("[FE5] %j is no address, and no format", async (words) => {
  await released(1);
  const token = tokenOf(vera);
  expect(() => read(words)).toThrow(NONE);
  expect(() => read(token, words)).toThrow(NONE);
});

test("[FE3] it speaks the language of its member, and a case without a release has an empty feed", () => {
  caseWithClaim(desk, ana);
  updateLanguage(desk.db, vera.id, "ar");
  const feed = readXml(read(tokenOf(vera)).body);
  expect(feed.attributes["xml:lang"]).toBe("ar");
  expect(textOf(feed, "title")).toEqual(["إصدارات «Counts»"]);
  expect(all(feed, "entry")).toEqual([]);
});
