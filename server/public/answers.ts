import { exportRelease } from "#server/export/index.ts";
import { type Address, claimPath, releasePath } from "#server/public/address.ts";
import { claimPage } from "#server/public/claim-page.ts";
import { publicFeed, sitemap } from "#server/public/for-programs.ts";
import { indexPage } from "#server/public/index-page.ts";
import { LARGE } from "#server/public/limits.ts";
import { missingPage, withdrawnPage } from "#server/public/notice-page.ts";
import { askedPage, claimEmbed, releaseEmbed } from "#server/public/oembed.ts";
import { releasePage } from "#server/public/release-page.ts";
import type { Site } from "#server/public/sheet.ts";
import type { Services } from "#server/services/index.ts";
import { isWithdrawn, type PublicClaim, type PublicRelease, type Withdrawn } from "#server/services/published.ts";

/** An answer that is written only when the reader has not got it yet. */
export type Answer = {
  status: 200 | 404 | 410 | 501;
  mediaType: string;
  /** All that its words depend on, beside the program itself: the hash of the release, and what stands around it. */
  of: unknown;
  write: () => Iterable<string | Uint8Array>;
  /** Takes long to write. */
  isLarge?: boolean;
};

export type Asked = { address: Address | null; query: URLSearchParams };

type Published = Services["published"];
type Found<T> = T | Withdrawn | null;

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";
/** @see https://www.sitemaps.org/protocol.html */
const MOST_ADDRESSES = 50_000;

/** What stands at an address of the public pages, for everybody alike. */
export function answerTo(site: Site, published: Published, { address, query }: Asked): Answer {
  if (!address) return missing(site);
  switch (address.kind) {
    case "release":
      return pageOf(site, published.release(address.caseNumber, address.release), {
        onward: (newest) => releasePath(address.caseNumber, newest),
        page: (found) => releaseAnswer(site, found),
      });
    case "file":
      return pageOf(site, published.release(address.caseNumber, address.release), {
        onward: (newest) => releasePath(address.caseNumber, newest),
        page: (found) => fileAnswer(site, found),
      });
    case "claim":
      return claimAnswer(site, published, address);
    case "oembed":
      return embedAnswer(site, published, query);
    default:
      return listAnswer(site, published, address.kind);
  }
}

/** A page where it is public; where it was, a page that says so. */
function pageOf<T extends object>(
  site: Site,
  found: Found<T>,
  { onward, page }: { onward: (newest: number) => string; page: (found: T) => Answer },
): Answer {
  if (!found) return missing(site);
  if (!isWithdrawn(found)) return page(found);
  return gone(site, found.withdrawnAt, found.newest === null ? null : onward(found.newest));
}

function gone(site: Site, at: number, next: string | null): Answer {
  return { status: 410, mediaType: HTML, of: [at, next], write: () => withdrawnPage(site, at, next) };
}

const missing = (site: Site): Answer => ({ status: 404, mediaType: HTML, of: null, write: () => missingPage(site) });

function releaseAnswer(site: Site, found: PublicRelease): Answer {
  const write = () => releasePage(site, found);
  return { status: 200, mediaType: HTML, of: seenOf(found), write, isLarge: isLarge(found) };
}

/** All of a release and of what stands around it that its pages depend on. */
const seenOf = ({ set: _, ...seen }: PublicRelease): unknown => seen;

/** The file is the whole release, to the byte, or nothing. */
function fileAnswer(site: Site, found: PublicRelease): Answer {
  const { caseNumber, number, fileWithheldAt } = found;
  if (fileWithheldAt !== null) return gone(site, fileWithheldAt, releasePath(caseNumber, number));
  const write = () => exportRelease(found.set, "json").pieces;
  return { status: 200, mediaType: JSON_TYPE, of: [found.sha256], write, isLarge: isLarge(found) };
}

const isLarge = ({ set }: PublicRelease): boolean => set.count >= LARGE;

function claimAnswer(site: Site, published: Published, address: Extract<Address, { kind: "claim" }>): Answer {
  const { caseNumber, claimNumber, release } = address;
  return pageOf(site, published.claim(caseNumber, claimNumber, release), {
    onward: () => claimPath(caseNumber, `C-${caseNumber}-${claimNumber}`),
    page: (found: PublicClaim) => ({
      ...{ status: 200, mediaType: HTML, of: [seenOf(found.release), found.versions, found.retraction] },
      write: () => claimPage(site, found, release === null),
    }),
  });
}

function listAnswer(site: Site, published: Published, kind: "index" | "feed" | "sitemap"): Answer {
  const entries = published.list();
  if (kind === "index") return { status: 200, mediaType: HTML, of: entries, write: () => indexPage(site, entries) };
  if (kind === "feed") {
    const mediaType = "application/atom+xml; charset=utf-8";
    return { status: 200, mediaType, of: entries, write: () => [publicFeed(site, entries)] };
  }
  const claims = published.claims(MOST_ADDRESSES - entries.length);
  const mediaType = "application/xml; charset=utf-8";
  return { status: 200, mediaType, of: [entries, claims], write: () => [sitemap(site, entries, claims)] };
}

function embedAnswer(site: Site, published: Published, query: URLSearchParams): Answer {
  const embed = embedOf(site, published, query);
  const status = (query.get("format") ?? "json") !== "json" ? 501 : embed ? 200 : 404;
  const body = JSON.stringify(status === 200 ? embed : {});
  return { status, mediaType: JSON_TYPE, of: body, write: () => [body] };
}

function embedOf(site: Site, published: Published, query: URLSearchParams): object | null {
  const asked = askedPage(site.origin, query.get("url") ?? "");
  if (asked?.kind === "release") {
    const found = published.release(asked.caseNumber, asked.release);
    return found && !isWithdrawn(found) ? releaseEmbed(site, found) : null;
  }
  if (asked?.kind !== "claim") return null;
  const found = published.claim(asked.caseNumber, asked.claimNumber, asked.release);
  const widest = Number(query.get("maxwidth")) || Number.POSITIVE_INFINITY;
  return found && !isWithdrawn(found) ? claimEmbed(site, found, widest) : null;
}
