import { html as xml } from "#server/export/html.ts";
import { oneLine } from "#server/export/safe-text.ts";

/** The releases of a case as a feed, whatever the format. Addresses are absolute, times milliseconds since 1970. */
export type Feed = {
  /** Names the feed for ever; nothing secret is in it. */
  id: string;
  title: string;
  subtitle: string;
  /** The page that shows the same to people. */
  page: string;
  /** Where the feed itself was fetched. */
  self: string;
  /** BCP 47 tag of the sentences in it. */
  language: string;
  desk: string;
  updated: number;
  entries: FeedEntry[];
};

export type FeedEntry = { page: string; title: string; author: string; at: number; summary: string };

/** Text that XML 1.0 can hold: what it has no place for becomes U+FFFD. What is put into an `xml` template is escaped. */
export const xmlText = (text: string) => oneLine(text).replace(/[\ufffe\uffff]/g, "\ufffd");

export { xml };

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
