/** An address as it is compared with others: two that lead to one page are one, whatever scheme, "www." or anchor they have. */
export function foldAddress(address: string): string | null {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  return url.host.replace(/^www\./, "") + url.pathname.replace(/\/+$/, "") + url.search;
}

/** How addresses that fold to this one may begin, as people write them. */
export const beginningsOf = (folded: string): string[] =>
  ["https://", "https://www.", "http://", "http://www."].map((before) => before + folded.replace(/\?.*$/s, ""));
