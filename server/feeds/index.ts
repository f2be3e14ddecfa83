import { atom } from "#server/feeds/atom.ts";
import type { Feed } from "#server/feeds/feed.ts";
import { rss } from "#server/feeds/rss.ts";

/** The formats of a feed, as the last part of its address names them. */
export const FEED_FORMATS = {
  atom: { mediaType: "application/atom+xml; charset=utf-8", write: atom },
  rss: { mediaType: "application/rss+xml; charset=utf-8", write: rss },
} as const satisfies Record<string, { mediaType: string; write: (feed: Feed) => string }>;

export type FeedFormat = keyof typeof FEED_FORMATS;

export const isFeedFormat = (name: string): name is FeedFormat => Object.hasOwn(FEED_FORMATS, name);
