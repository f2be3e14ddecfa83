import { archivedAddress } from "#domain/archived-address.ts";

/** What links carry along to tell who followed them; the page is the same without. */
const TRACKING =
  /^(?:utm_.*|(?:fb|g|gb|dc|ms|tw|tt|y|ysc|wb)clid|gbraid|wbraid|gclsrc|igshid|igsh|mc_[ce]id|mkt_tok|_g[al]|_hs(?:enc|mi)|at_(?:medium|campaign)|cmpid|ns_(?:campaign|mchannel|source)|ref_(?:src|url))$/i;
/** Copies of copies are no use to anybody; a hostile address could nest them without end. */
const DEEPEST = 3;

/**
 * An address as it is compared with others: two that lead to one page are one, whatever scheme, "www.", "m.", slash at
 * the end, anchor or tracking they have, and whether they lead there or to an archived copy. Null for no web address.
 */
export function foldAddress(address: string): string | null {
  const url = URL.parse(pageOf(address.trim()));
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : "";
  return foldHost(url.host) + plain(url.pathname).replace(/\/+$/, "") + search;
}

function pageOf(address: string): string {
  let page = address;
  for (let depth = 0; depth < DEEPEST; depth++) page = archivedAddress(page)?.original ?? page;
  return page;
}

const foldHost = (host: string): string =>
  host
    .replace(/^(?:www\d?|m|mobile)\.(?=[^.]+\.)/, "")
    // As encyclopedias have it: "en.m.wikipedia.org".
    .replace(/^([a-z-]{2,12})\.m\.(?=[^.]+\.)/, "$1.")
    .replace(/\.(?=$|:)/, "");

/** Letters that need no escape stand as they are, and escapes in capitals (RFC 3986, 6.2.2). */
const plain = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const sign = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(sign) ? sign : escaped.toUpperCase();
  });

/** What stands in small letters in every address that folds to this one, however people write it. */
export function traceOf(folded: string): string {
  const host = folded.replace(/[/?].*$/s, "").replace(/:\d+$/, "");
  const last = host.split(".").slice(-2);
  // Letters of other scripts are written as they are or in ASCII; digits of an IP address in many ways.
  return last.some((part) => part.startsWith("xn--") || /^[\d[]/.test(part)) ? "" : last.join(".");
}
