import { type Feed, type FeedEntry, XML_HEAD, xml, xmlText } from "#server/feeds/feed.ts";

/** An Atom feed. @see RFC 4287 */
export function atom(feed: Feed): string {
  return `${XML_HEAD}${xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <id>${feed.id}</id>
  <title>${xmlText(feed.title)}</title>
  <subtitle>${xmlText(feed.subtitle)}</subtitle>
  <updated>${time(feed.updated)}</updated>
  <link rel="self" type="application/atom+xml" href="${feed.self}"/>
  <link rel="alternate" type="text/html" href="${feed.page}"/>
  <author><name>${xmlText(feed.desk)}</name></author>
${feed.entries.map(entryOf)}</feed>
`}`;
}

function entryOf({ page, title, author, at, summary }: FeedEntry) {
  return xml`  <entry>
    <id>${page}</id>
    <title>${xmlText(title)}</title>
    <published>${time(at)}</published>
    <updated>${time(at)}</updated>
    <link rel="alternate" type="text/html" href="${page}"/>
    <author><name>${xmlText(author)}</name></author>
    <summary>${xmlText(summary)}</summary>
  </entry>
`;
}

/** RFC 3339. */
const time = (at: number) => new Date(at).toISOString();
