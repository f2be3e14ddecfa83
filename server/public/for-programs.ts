import { say } from "#domain/words/say.ts";
import { atom } from "#server/feeds/atom.ts";
import { XML_HEAD, xml } from "#server/feeds/feed.ts";
import { claimPath, releasePath } from "#server/public/address.ts";
import type { Site } from "#server/public/sheet.ts";
import type { PublicEntry } from "#server/services/published.ts";

/** The latest releases; a feed is for what is new. */
const LATEST = 50;

/** The public releases as an Atom feed, each with the hash of its claim set and without its claims. */
export function publicFeed({ voice, origin, desk }: Site, entries: readonly PublicEntry[]): string {
  const page = `${origin}/published`;
  return atom({
    ...{ id: page, page, self: `${page}/feed.atom`, language: voice.language, desk },
    title: voice.say("feed_title", { desk }),
    subtitle: voice.say("feed_subtitle"),
    updated: entries[0]?.publishedAt ?? 0,
    entries: entries
      .slice(0, LATEST)
      .map(({ caseNumber, number, title, claims: count, sha256: hash, publishedAt }) => ({
        page: `${origin}${releasePath(caseNumber, number)}`,
        title: say(voice, "feeds", "entry", { title, number }),
        author: desk,
        at: publishedAt,
        summary: say(voice, "feeds", "summary", { count, hash }),
      })),
  });
}

type Listed = { caseNumber: number; reference: string; madeAt: number };

/** The addresses that search engines may list: public releases, and claims under their address that stays. @see https://www.sitemaps.org/protocol.html */
export function sitemap({ origin }: Site, entries: readonly PublicEntry[], claims: readonly Listed[]): string {
  const places = [
    ...entries.map((one) => ({ path: releasePath(one.caseNumber, one.number), at: one.publishedAt })),
    ...claims.map((one) => ({ path: claimPath(one.caseNumber, one.reference), at: one.madeAt })),
  ];
  const urls = places.map(
    ({ path, at }) => xml`<url><loc>${origin}${path}</loc><lastmod>${new Date(at).toISOString()}</lastmod></url>\n`,
  );
  return `${XML_HEAD}${xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`}`;
}

/** What search engines may look at: nothing, or only what is published. @see RFC 9309 */
export function robots(origin: string, isOn: boolean): string {
  const open = isOn ? `Allow: /published\nDisallow: /\n\nSitemap: ${origin}/published/sitemap.xml\n` : "Disallow: /\n";
  return `User-agent: *\n${open}`;
}
