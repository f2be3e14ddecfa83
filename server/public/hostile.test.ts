import { describe, expect, test } from "vitest";
import { released, sampleCard, sampleClaim, sampleSet, sampleSource } from "#server/export/claim-set.fixture.ts";
import { HOSTILE_CORPUS } from "#server/export/hostile-texts.fixture.ts";
import { claimPage } from "#server/public/claim-page.ts";
import { publicFeed } from "#server/public/for-programs.ts";
import { indexPage } from "#server/public/index-page.ts";
import { claimEmbed } from "#server/public/oembed.ts";
import { releasePage } from "#server/public/release-page.ts";
import { voiceOf } from "#server/public/voice.ts";
import type { PublicClaim } from "#server/services/published.ts";

const ELEMENTS = new Set(
  "html head meta title link script style body a header main footer article section div h1 h2 h3 p ul ol li span strong em bdi q code blockquote br svg path g line circle text desc table caption thead tbody tr th td time".split(
    " ",
  ),
);

/** A claim that says the text in every place where people type, in a release that does too. */
function poisoned(text: string): PublicClaim {
  const words = { title: text, publisher: text, author: text, date: text, quote: text, locator: text };
  const source = sampleSource("s", { ...words, url: text, archivedUrl: text, quoteLanguage: text, origin: text });
  const said = { claimant: text, outlet: text, speaker: text, organisation: text, saidWhen: text, saidWhere: text };
  const amount = { qualifier: "about" as const, value: "3", upper: text, unit: text, asOf: text };
  const card = sampleCard({
    media: { kind: "video", findings: ["staged"], original: text, context: text },
    ...{ statement: text, verdict: text, gaps: text, language: text, ratingId: "disputed", ...said },
    figures: [
      { id: "f", ...amount },
      { id: "g", ...amount, value: "7" },
      { id: "h", ...amount, value: text },
    ],
    quotes: [{ id: "q", versionId: "v-1", exact: text, prefix: text, suffix: text, start: 0, end: 1 }],
    sources: [source],
    rationale: [
      {
        type: "paragraph",
        children: [
          { type: "text", text, href: text },
          { type: "citation", sourceId: "s" },
        ],
      },
    ],
  });
  const retraction = {
    kind: "retraction" as const,
    reference: "C-14-3",
    claimId: "c",
    what: text,
    why: text,
    by: text,
  };
  const said2 = { ...retraction, at: "2026-03-14T10:00:00.000Z", releasedBefore: 1 };
  const [bare, { desk, scale, documents, release: made }] = [sampleClaim("C-14-3", card), sampleSet({})];
  const signOffs = bare.signOffs.map((one) => ({ ...one, name: text }));
  const claim = { ...bare, signOffs, corrections: [said2] };
  const from = { title: text, outlet: text, originUrl: text, publishedOn: text, language: text };
  const ratings = scale?.ratings.map((one) => ({ ...one, label: text, definition: text })) ?? [];
  const set = sampleSet(
    {},
    {
      ...{ case: { number: 14, title: text }, claims: [claim], retractions: [said2] },
      ...{ desk: { ...desk, name: text, methodUrl: text, correctionsUrl: text }, release: { ...made, madeBy: text } },
      ...{ scale: scale && { ...scale, name: text, ratings } },
      documents: documents.map((one) => ({ ...one, ...from })),
    },
  );
  const release = {
    caseNumber: 14,
    number: 2,
    sha256: "0".repeat(64),
    set: released(set),
    newest: 3,
    ...{
      retractions: [said2],
      withdrawnSince: [{ ...said2, claimId: claim.claimId }],
      retracted: ["C-14-3"],
      withheld: [],
      fileWithheldAt: null,
    },
  };
  return { release, claim, versions: [2, 1], retraction: said2 };
}

/** What stands in a page that should not: elements, handlers, styles, and links to anything but the web and mail. */
function unexpectedIn(page: string) {
  const body = page.replace(/<style>[\s\S]*?<\/style>/, "<style></style>").replace("<!doctype html>", "");
  const tags = [...body.matchAll(/<\/?([a-z][\w:-]*)[^>]*>/gi)];
  const bare = tags.map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
  return {
    elements: tags.flatMap(([, name = ""]) => (ELEMENTS.has(name) ? [] : [name])),
    attributes: bare.filter((tag) => /\s(on\w+|style|src|srcset|action|formaction|poster|data)\s*=/i.test(tag)),
    links: [...body.matchAll(/\shref="([^"]*)"/g)].flatMap(([, to = ""]) =>
      /^(https?:\/\/[^/@]+(\/|$)|mailto:|#|\/(published|schemas|\.well-known|favicon))/.test(to) ? [] : [to],
    ),
    scripts: [...body.matchAll(/<script[^>]*>/g)].flatMap(([tag]) =>
      tag.includes("application/ld+json") ? [] : [tag],
    ),
  };
}
const NOTHING = { elements: [], attributes: [], links: [], scripts: [] };

describe.each(["en", "ar"] as const)("pages in “%s”", (language) => {
  const siteOf = (desk: string) => ({ voice: voiceOf(language), origin: "https://desk.example", desk });

  test("[PB17] whatever people wrote stays text: nothing runs, nothing is loaded, no link leads astray", () => {
    for (const text of HOSTILE_CORPUS) {
      const found = poisoned(text);
      const site = siteOf(text);
      const entry = { caseNumber: 14, number: 2, sha256: "0", title: text, publishedAt: 0, claims: 1 };
      const pages = [
        [...claimPage(site, { ...found, retraction: null }, true)].join(""),
        [...claimPage(site, found, false)].join(""),
        [...releasePage(site, found.release)].join(""),
        [...indexPage(site, [entry])].join(""),
      ];
      for (const page of pages) {
        expect(unexpectedIn(page), text).toEqual(NOTHING);
        // What a program reads keeps what was written; JSON has no markup that could be turned around.
        const shown = page.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/, "");
        expect(shown.match(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu), JSON.stringify(text)).toBeNull();
      }
      expect(pages[0]?.match(/<\/script/g)).toHaveLength(1);
      const [, json = ""] = /<script type="application\/ld\+json">\n([\s\S]*?)<\/script>/.exec(pages[0] ?? "") ?? [];
      expect(JSON.parse(json).claimReviewed).toBe(text.toWellFormed());
      const { html } = claimEmbed(site, found, 600) as { html: string };
      expect(unexpectedIn(html), text).toEqual(NOTHING);
      expect(publicFeed(site, [entry])).not.toMatch(/<script|<img/);
    }
  });
});
