import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addSource, setField } from "#domain/card-edit.ts";
import { readFile } from "#server/export/read-file.fixture.ts";
import { A_MINUTE, LARGE } from "#server/public/limits.ts";
import { ORIGIN, openSite, type Site } from "#server/public/site.fixture.ts";
import { once, placeOf } from "#server/testing/desk.ts";

let site: Site;

beforeEach(async () => {
  site = await openSite();
  site.claim.rate(site.ana, "disputed");
  site.claim.sign(site.bo);
  await site.release();
});

afterEach(() => site.close());

/** The claim says something else, is signed again, and released. */
function releaseAgain(verdict: string): Promise<number> {
  site.claim.correct(site.ana);
  site.claim.edit(site.ana, (doc) => {
    const text = doc.getText("verdict");
    text.delete(0, text.length);
    text.insert(0, verdict);
  });
  site.claim.sign(site.bo);
  return site.release();
}

/** The claim is withdrawn by two people, and a release of another one tells it. */
async function releaseWithout(words: { what: string; why: string }): Promise<void> {
  const { ana, bo, claim, desk } = site;
  const { claims, corrections, reviews } = desk.services;
  const given = { kind: "retraction" as const, ...words, releasedBefore: 1, version: claim.read(ana).version };
  const { id } = corrections.prepare(ana, 1, claim.number, { ...given, ...once() });
  corrections.confirm(bo, 1, id, once());
  const other = claims.create(ana, 1, { statement: "It rained.", ...once() });
  desk.rooms.edit(other.claimId, ana.id, (doc) => setField(doc, "ratingId", "true"));
  const { contentHash: seenHash } = claims.read(bo, 1, other.number);
  reviews.signOff(bo, other.claimId, { seenHash, ...once() });
  await site.release();
}

const PLACES = ["/published", "/published/1/1", "/published/1/C-1-1", "/published/1/1/C-1-1", "/published/feed.atom"];
const statuses = async (paths: readonly string[]) =>
  Promise.all(paths.map(async (path) => (await site.get(path)).status));

describe("what is public", () => {
  test("[PB1] while the desk has no public pages, each address answers as one that never was", async () => {
    const unknown = await site.get("/nowhere");
    site.switchOn();
    site.publish(1);
    site.switchOff();
    for (const path of [...PLACES, "/published/sitemap.xml", "/published/oembed?url=x", "/published/"]) {
      const { status, body, headers } = await site.get(path);
      expect([status, body, Object.keys(headers)], path).toEqual([404, unknown.body, Object.keys(unknown.headers)]);
    }
    site.switchOn();
    expect(await statuses(PLACES)).toEqual([200, 200, 200, 200, 200]);
  });

  test("[PB2] what nobody published, or what is not there, has one and the same page, which tells nothing", async () => {
    site.switchOn();
    const never = await site.get("/published/1/1");
    expect(never.status).toBe(404);
    for (const path of ["/published/1/2", "/published/7/1", "/published/1/C-1-1", "/published/1/C-1-9", "/published/x"])
      expect(await site.get(path).then(({ status, body }) => ({ status, body })), path).toEqual({
        ...{ status: 404, body: never.body },
      });
  });

  test("[PB5] what was taken off says so, with the date, and nothing of what it was; published again it is there", async () => {
    site.switchOn();
    site.publish(1);
    site.desk.clock.now = Date.parse("2026-03-14T10:00:00Z");
    site.withdraw(1);
    for (const path of [
      "/published/1/1",
      "/published/1/C-1-1",
      "/published/1/1/C-1-1",
      "/published/1/1/claim-set.json",
    ]) {
      const { status, body } = await site.get(path);
      expect(status, path).toBe(410);
      expect(body).toContain('<time datetime="2026-03-14T10:00:00.000Z">14 Mar 2026, 10:00 UTC</time>');
      expect(body).not.toMatch(/residents|Counts|C-1-1|Bo Lindqvist/);
    }
    expect((await site.get("/published/1/1/C-1-2")).status).toBe(404);
    for (const path of ["/published", "/published/feed.atom", "/published/sitemap.xml"])
      expect((await site.get(path)).body).not.toMatch(/Counts|\/1\/1|C-1-1/);
    site.publish(1);
    expect((await site.get("/published/1/1")).status).toBe(200);
  });

  test("[PB6] no byte of what is not released, or not published, is on any page", async () => {
    const { desk, ana, claim } = site;
    site.switchOn();
    site.publish(1);
    const before = await Promise.all([...PLACES, "/published/1/1/claim-set.json"].map((path) => site.get(path)));
    claim.edit(ana, (doc) => addSource(doc, "new", { title: "zebra source", url: "https://zebra.example/" }));
    desk.services.claims.create(ana, 1, { statement: "A zebra ran.", ...once() });
    const words = { documentId: claim.documentId, versionNumber: 1, ...placeOf("up to 1,100 were moved") };
    desk.services.claims.createFromWords(ana, 1, { ...words, ...once() });
    const text = "A zebra said so.";
    desk.services.discussion.start(ana, claim.claimId, { about: { kind: "claim" }, text, ...once() });
    const title = "Zebra title";
    const choices = { title, scaleId: "seven-step-1", quorum: 1, restricted: false, memberIds: [] };
    desk.services.cases.configure(ana, 1, { ...choices, version: 1, ...once() });
    await releaseAgain("A zebra it was.");
    const after = await Promise.all([...PLACES, "/published/1/1/claim-set.json"].map((path) => site.get(path)));
    expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
    expect(after.map(({ headers }) => headers.etag)).toEqual(before.map(({ headers }) => headers.etag));
    site.publish(2);
    expect((await site.get("/published/1/C-1-1")).body).toContain("zebra.example");
  });

  test("[PB4] a restricted case is public only where somebody confirmed it, also when it is restricted later", async () => {
    const { desk, ana } = site;
    const choices = { title: "Counts", scaleId: "seven-step-1", quorum: 1, memberIds: [site.bo.id] };
    const restrict = (restricted: boolean, version: number) =>
      desk.services.cases.configure(ana, 1, { ...choices, restricted, version, ...once() });
    site.switchOn();
    site.publish(1);
    restrict(true, 1);
    expect(await statuses(PLACES)).toEqual([200, 404, 404, 404, 200]);
    expect((await site.get("/published")).body).not.toContain("Counts");
    expect(desk.services.publications.read(ana, 1, 1)?.state).toBe("hidden");
    site.publish(1, { confirmed: true });
    expect(await statuses(PLACES)).toEqual([200, 200, 200, 200, 200]);
  });
});

describe("a withheld claim", () => {
  const OWN = ["/published/1/C-1-1", "/published/1/1/C-1-1", "/published/1/1/claim-set.json"];
  const oembed = `/published/oembed?url=${encodeURIComponent(`${ORIGIN}/published/1/C-1-1`)}`;

  test("[PB19] is on no page, whichever release is public; its addresses answer 410, and so does a file that tells of it", async () => {
    site.switchOn();
    site.publish(1);
    const places = [...PLACES, ...OWN, "/published/sitemap.xml", oembed];
    const before = await Promise.all(places.map((path) => site.get(path)));
    site.desk.clock.now = Date.parse("2026-03-14T10:00:00Z");
    site.withhold();
    expect(await statuses([...OWN, oembed])).toEqual([410, 410, 410, 404]);
    for (const path of places) expect((await site.get(path)).body, path).not.toMatch(/residents|An order/);
    expect((await site.get("/published/1/C-1-1")).body).toContain("14 Mar 2026, 10:00 UTC");
    const page = await site.get("/published/1/1", { "if-none-match": before[1]?.headers.etag ?? "" });
    expect([page.status, page.body]).toEqual([
      200,
      expect.stringContaining("One claim of this release was withdrawn from these pages."),
    ]);
    expect(page.body).not.toContain("claim-set.json");
    expect((await site.get("/published/sitemap.xml")).body).not.toContain("C-1-1");
    site.showAgain();
    const after = await Promise.all(places.map((path) => site.get(path)));
    expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
  });

  test("[PB19] stays off later releases, also where one retracts it; what nobody published still answers 404", async () => {
    site.switchOn();
    site.withhold();
    expect(await statuses(OWN)).toEqual([404, 404, 404]);
    site.publish(1);
    await releaseWithout({ what: "Nobody was moved.", why: "We misread it." });
    site.publish(2);
    expect(await statuses([...OWN, "/published/1/2/claim-set.json", "/published/1/C-1-2"])).toEqual([
      ...[410, 410, 410, 410, 200],
    ]);
    for (const path of ["/published/1/2", "/published/1/C-1-2"])
      expect((await site.get(path)).body, path).not.toMatch(/Nobody was moved|C-1-1/);
    expect((await site.get("/published/1/C-1-2")).body).not.toContain("claim-set.json");
    site.showAgain();
    expect((await site.get("/published/1/2")).body).toContain("Nobody was moved.");
  });
});

describe("addresses", () => {
  test("[PB7] a claim's address leads to its newest public version; each release keeps its own, and says where the newest is", async () => {
    site.switchOn();
    site.publish(1);
    await releaseAgain("It was fewer.");
    const page = () => site.get("/published/1/C-1-1");
    expect((await page()).body).not.toContain("It was fewer.");
    site.publish(2);
    expect((await page()).body).toContain("It was fewer.");
    const old = (await site.get("/published/1/1/C-1-1")).body;
    expect(old).not.toContain("It was fewer.");
    expect(old).toContain('This is how v1 had it. <a href="/published/1/C-1-1">Read the newest version, of v2</a>');
    for (const path of ["/published/1/1/C-1-1", "/published/1/2/C-1-1", "/published/1/C-1-1"])
      expect((await site.get(path)).body).toContain(`<link rel="canonical" href="${ORIGIN}/published/1/C-1-1">`);
    expect((await site.get("/published/1/1")).body).toContain('<a href="/published/1/2">Read v2</a>');
    site.withdraw(2);
    expect((await page()).body).not.toContain("It was fewer.");
    expect((await site.get("/published/1/2")).body).toContain('<a href="/published/1/1">');
  });

  test("[FM10] the address that every file gives a claim is that of its page: 404 before it is published, whatever the release says", async () => {
    const { ana, desk } = site;
    const file = () => readFile(desk.services.releases.file(ana, 1, 1, "claimreview"));
    const before = file();
    const [{ "@id": id }] = JSON.parse(before)["@graph"];
    const status = async () => (await site.get(new URL(id).pathname)).status;
    expect(await status()).toBe(404);
    site.switchOn();
    expect(await status()).toBe(404);
    site.publish(1);
    expect([await status(), file()]).toEqual([200, before]);
    const { pageUrl, claimReviewMarkups } = JSON.parse(
      readFile(desk.services.releases.file(ana, 1, 1, "factchecktools")),
    );
    expect(claimReviewMarkups).toMatchObject([{ url: `${pageUrl}#C-1-1` }]);
    expect((await site.get(new URL(pageUrl).pathname)).body).toContain('<li id="C-1-1">');
  });

  test("[PB9] a claim has its ClaimReview on one page only, under the address of that page", async () => {
    site.switchOn();
    site.publish(1);
    const data = /<script type="application\/ld\+json">\n([\s\S]*?)<\/script>/g;
    const reviews = async (path: string) =>
      [...(await site.get(path)).body.matchAll(data)].map(([, json = ""]) => JSON.parse(json));
    const url = `${ORIGIN}/published/1/C-1-1`;
    expect(await reviews("/published/1/C-1-1")).toMatchObject([{ "@type": "ClaimReview", "@id": url, url }]);
    for (const path of ["/published", "/published/1/1", "/published/1/1/C-1-1"])
      expect(await reviews(path)).toEqual([]);
  });
});

describe("an answer", () => {
  beforeEach(() => {
    site.switchOn();
    site.publish(1);
  });

  test("[PB10] is the same for everybody: no cookie is read or set, and no script, frame or form can be in it", async () => {
    const { sessionId } = site.desk.services.sessions.begin(site.ana.id, "Test");
    const LIES = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "ftp" };
    const cookie = `assay-3000=${sessionId}; assay=${sessionId}; assay-language=ar`;
    for (const path of [...PLACES, "/published/none"]) {
      const [stranger, member] = [
        await site.get(path),
        await site.get(path, { ...LIES, cookie, "accept-language": "ar" }),
      ];
      expect(member.body, path).toBe(stranger.body);
      expect(member.headers.etag).toBe(stranger.headers.etag);
      for (const { headers } of [stranger, member]) {
        expect(headers).not.toHaveProperty("set-cookie");
        expect(headers["content-security-policy"]).toMatch(
          /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
        );
        expect(headers).toMatchObject({ "referrer-policy": "no-referrer", "x-content-type-options": "nosniff" });
      }
    }
  });

  test("[PB11] may be kept for a minute, is told by its tag whether it changed, and has its headers without its body", async () => {
    for (const path of [...PLACES, "/published/1/1/claim-set.json"]) {
      const { headers } = await site.get(path);
      expect(headers["cache-control"]).toBe("public, max-age=60, must-revalidate");
      expect(headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
      const again = await site.get(path, { "if-none-match": headers.etag });
      expect([again.status, again.body], path).toEqual([304, ""]);
      const alone = await site.head(path);
      expect([alone.status, alone.body, alone.headers.etag]).toEqual([200, "", headers.etag]);
    }
    expect((await site.get("/published/1/9", { "if-none-match": "*" })).status).toBe(404);
    const { etag } = (await site.get("/published/1/1")).headers;
    await releaseAgain("It was fewer.");
    site.publish(2);
    expect((await site.get("/published/1/1", { "if-none-match": etag })).status).toBe(200);
  });

  test("[PB12] of too many is a sentence, and says when to ask again", async () => {
    await Promise.all(Array.from({ length: A_MINUTE.page }, () => site.head("/published/none")));
    const { status, headers, body } = await site.get("/published");
    expect([status, headers["content-type"], headers["cache-control"]]).toEqual([
      ...[429, "text/plain; charset=utf-8", "no-store"],
    ]);
    expect(headers["retry-after"]).toMatch(/^\d+$/);
    expect(headers.ratelimit).toContain("r=0");
    expect(body).toBe("Too many requests came from your network in a minute. Ask again in a minute.");
  });

  test("[PB12] that takes long to write is given less often; to hear that it did not change is not counted", async () => {
    const found = site.desk.services.published.release(1, 1);
    if (!found || !("set" in found)) throw new Error("It is not public.");
    site.desk.services.published.release = () => ({ ...found, set: { ...found.set, count: LARGE, claims: () => [] } });
    const { etag } = (await site.get("/published/1/1")).headers;
    for (let asked = 1; asked < A_MINUTE.large; asked++) await site.get("/published/1/1");
    expect((await site.get("/published/1/1", { "if-none-match": etag })).status).toBe(304);
    expect((await site.get("/published/1/1")).status).toBe(429);
    expect((await site.get("/published/1/C-1-1")).status).toBe(200);
  });

  test("[PB13] robots may look at what is published, and at nothing while nothing is", async () => {
    const robots = async () => (await site.get("/robots.txt")).body;
    expect(await robots()).toBe(
      `User-agent: *\nAllow: /published\nDisallow: /\n\nSitemap: ${ORIGIN}/published/sitemap.xml\n`,
    );
    const places = [...(await site.get("/published/sitemap.xml")).body.matchAll(/<loc>([^<]*)<\/loc>/g)];
    expect(places.map(([, url]) => url)).toEqual([`${ORIGIN}/published/1/1`, `${ORIGIN}/published/1/C-1-1`]);
    site.switchOff();
    expect(await robots()).toBe("User-agent: *\nDisallow: /\n");
  });

  test("[PB14] of oEmbed shows a claim as text with a link, and tells nothing of other addresses", async () => {
    const asked = (url: string, more = "") => site.get(`/published/oembed?url=${encodeURIComponent(url)}${more}`);
    const { body, headers } = await asked(`${ORIGIN}/published/1/C-1-1`, "&maxwidth=300");
    expect(headers["access-control-allow-origin"]).toBe("*");
    const embed = JSON.parse(body);
    expect(embed.cache_age, "no longer than a page is kept").toBe(60);
    expect(embed).toMatchObject({ type: "rich", version: "1.0", width: 300, provider_url: `${ORIGIN}/published` });
    expect(embed.html).toMatch(/^<blockquote cite="http:\/\/localhost:3000\/published\/1\/C-1-1">/);
    expect(JSON.parse((await asked(`${ORIGIN}/published/1/1`)).body)).toMatchObject({ type: "link" });
    const page = (await site.get("/published/1/C-1-1")).body;
    expect(page).toContain(`${ORIGIN}/published/oembed?url=${encodeURIComponent(`${ORIGIN}/published/1/C-1-1`)}`);
    for (const url of [
      `${ORIGIN}/cases/1`,
      "https://evil.example/published/1/1",
      "http://evil.host:3000/published/1/1",
      `${ORIGIN}.evil/published/1/1`,
      "",
    ])
      expect((await asked(url)).status, url).toBe(404);
    expect((await asked(`${ORIGIN}/published/1/1`, "&format=xml")).status).toBe(501);
  });

  test("[PB16] of a claim that was withdrawn stays, says so first, and is no longer offered to search engines as a review", async () => {
    const untold = () => site.desk.services.publications.read(site.bo, 1, 1)?.untold;
    expect(untold()).toBeNull();
    await releaseWithout({ what: "Nobody was moved.", why: "We misread <the> list." });
    expect(untold(), "said to whoever publishes, until readers can know").toEqual({ number: 2, claims: ["C-1-1"] });
    site.publish(2);
    expect(untold()).toBeNull();
    const { body } = await site.get("/published/1/C-1-1");
    expect(body).toContain("<title>Withdrawn: ");
    expect(body.indexOf("Nobody was moved.")).toBeLessThan(body.indexOf("<h1"));
    expect(body).toContain("We misread &lt;the&gt; list.");
    expect(body).not.toContain("ld+json");
    expect(body).toContain('<meta property="og:description" content="Nobody was moved.">');
    const older = (await site.get("/published/1/1")).body;
    expect(older.indexOf("Nobody was moved.")).toBeLessThan(older.indexOf("residents were moved"));
    const asked = await site.get(`/published/oembed?url=${encodeURIComponent(`${ORIGIN}/published/1/C-1-1`)}`);
    expect(JSON.parse(asked.body)).toMatchObject({
      ...{ title: expect.stringMatching(/^Withdrawn: /), html: expect.stringContaining("Nobody was moved.") },
    });
    const leads = async () => (await site.get("/published/1/2")).body.includes('href="/published/1/C-1-1"');
    expect((await site.get("/published/1/2")).body).toContain("Nobody was moved.");
    expect(await leads()).toBe(true);
    site.withdraw(2);
    expect(untold()).toEqual({ number: 2, claims: ["C-1-1"] });
    site.publish(2);
    site.withdraw(1);
    expect(await leads()).toBe(false);
  });

  test("[PB15] speaks the desk's language, from right to left in Arabic, and leaves people's words in theirs", async () => {
    site.switchOn("ar");
    const { body } = await site.get("/published/1/C-1-1");
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toContain("<h2>الاعتماد</h2>");
    expect(body).toMatch(/<h1 lang="en" dir="ltr">/);
    expect((await site.get("/published")).body).toContain("الإصدار v1 وفيه ادعاء محقق واحد، نُشر ");
    const url = encodeURIComponent(`${ORIGIN}/published/1/C-1-1`);
    const { html } = JSON.parse((await site.get(`/published/oembed?url=${url}`)).body);
    expect(html).toMatch(/<p lang="ar" dir="rtl"><a [^>]*><bdi>C-1-1<\/bdi><\/a>/);
  });
});
