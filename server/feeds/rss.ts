import { type Feed, type FeedEntry, XML_HEAD, xml, xmlText } from "#server/feeds/feed.ts";

/** An RSS 2.0 feed. @see https://www.rssboard.org/rss-specification and its best practices */
export function rss(feed: Feed): string {
  return `${XML_HEAD}${xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>${xmlText(feed.title)}</title>
  <link>${feed.page}</link>
  <description>${xmlText(feed.subtitle)}</description>
  <language>${feed.language}</language>
  <lastBuildDate>${time(feed.updated)}</lastBuildDate>
  <docs>https://www.rssboard.org/rss-specification</docs>
  <atom:link rel="self" type="application/rss+xml" href="${feed.self}"/>
${feed.entries.map(itemOf)}</channel>
</rss>
`}`;
}

function itemOf({ page, title, author, at, summary }: FeedEntry) {
  return xml`  <item>
    <title>${xmlText(title)}</title>
    <link>${page}</link>
    <guid isPermaLink="true">${page}</guid>
    <pubDate>${time(at)}</pubDate>
    <dc:creator>${xmlText(author)}</dc:creator>
    <description>${xmlText(summary)}</description>
  </item>
`;
}

/** RFC 822 with a year of four digits. */
const time = (at: number) => new Date(at).toUTCString();
