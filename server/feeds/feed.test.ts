import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOSTILE_TEXTS } from "#server/export/claim-set.fixture.ts";
import { atom } from "#server/feeds/atom.ts";
import { all, type Element, readXml, textOf } from "#server/feeds/feed.fixture.ts";
import type { Feed } from "#server/feeds/feed.ts";
import { rss } from "#server/feeds/rss.ts";

const entry = (number: number, title = `v${number}`) => ({
  page: `https://desk.example/cases/14/releases/${number}`,
  title,
  author: "Chen Wei",
  at: Date.parse(`2026-03-1${number}T16:20:05.000Z`),
  summary: "3 verified claims.",
});

const FEED: Feed = {
  id: "https://desk.example/cases/14/releases",
  title: "Prison break figures",
  subtitle: "Releases of verified claims",
  page: "https://desk.example/cases/14/release",
  self: "https://desk.example/feeds/abc_-1/atom",
  language: "en",
  desk: "Harbour Desk",
  updated: Date.parse("2026-03-12T16:20:05.000Z"),
  entries: [entry(2), entry(1)],
};

const titled = (words: string): Feed => ({
  ...FEED,
  ...{ title: words, subtitle: words, desk: words },
  entries: [{ ...entry(1, words), author: words, summary: words }],
});

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** What RFC 4287 asks of a feed and of an entry. */
function expectAtom(feed: Element): void {
  expect([feed.name, feed.attributes.xmlns]).toEqual(["feed", "http://www.w3.org/2005/Atom"]);
  for (const one of [feed, ...all(feed, "entry")]) {
    for (const name of ["id", "title", "updated"]) expect(all(one, name), name).toHaveLength(1);
    expect(textOf(one, "updated")[0]).toMatch(RFC_3339);
    expect(URL.canParse(textOf(one, "id")[0] ?? "")).toBe(true);
    expect(all(one, "author").map((who) => textOf(who, "name"))).toHaveLength(1);
    expect(all(one, "link").filter(({ attributes }) => attributes.rel === "alternate")).toHaveLength(1);
  }
  expect(all(feed, "link").map(({ attributes }) => attributes.rel)).toContain("self");
}

/** What RSS 2.0 asks of a channel and of an item. */
function expectRss({ name, attributes, children: [channel] }: Element): void {
  expect([name, attributes.version]).toEqual(["rss", "2.0"]);
  if (!channel) throw new Error("It has no channel.");
  for (const wanted of ["title", "link", "description"]) expect(all(channel, wanted), wanted).toHaveLength(1);
  expect(textOf(channel, "lastBuildDate")[0]).toMatch(RFC_822);
  for (const item of all(channel, "item")) {
    expect(textOf(item, "pubDate")[0]).toMatch(RFC_822);
    expect(all(item, "guid")[0]).toMatchObject({ text: textOf(item, "link")[0], attributes: { isPermaLink: "true" } });
  }
}

describe("feeds of releases", () => {
  test("[FE1] Atom has what RFC 4287 asks for, newest release first", () => {
    const feed = readXml(atom(FEED));
    expectAtom(feed);
    expect(all(feed, "entry").flatMap((one) => textOf(one, "title"))).toEqual(["v2", "v1"]);
    expect(textOf(feed, "id")).toEqual([FEED.id]);
  });

  test("[FE1] RSS has what RSS 2.0 asks for", () => {
    expectRss(readXml(rss(FEED)));
    expect(rss(FEED)).toContain("<pubDate>Thu, 12 Mar 2026 16:20:05 GMT</pubDate>");
  });

  test("[FE1] a case without a release has an empty feed", () => {
    expectAtom(readXml(atom({ ...FEED, entries: [] })));
    expectRss(readXml(rss({ ...FEED, entries: [] })));
  });

  test.each(HOSTILE_TEXTS)("[FE2] %j stays text", (words) => {
    const shape = (element: Element): unknown => [element.name, element.children.map(shape)];
    for (const write of [atom, rss]) {
      expect(shape(readXml(write(titled(words))))).toEqual(shape(readXml(write(titled("plain")))));
      expect(write(titled(words)).isWellFormed()).toBe(true);
    }
  });

  test("[FE2] whatever people wrote, it is well-formed XML and says the same after reading", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (words) => {
        expectAtom(readXml(atom(titled(words))));
        expectRss(readXml(rss(titled(words))));
      }),
    );
    expect(textOf(readXml(atom(titled("a < b & “c” \uffff"))), "title")).toEqual(["a < b & “c” \ufffd"]);
  });
});
