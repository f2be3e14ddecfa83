import { z } from "zod";

const page = z.coerce.number().int().positive().max(1_000_000).catch(1);
const words = z.string().max(200).catch("");
const claim = z.coerce.number().int().positive().nullable().catch(null);

/** Which part of a long list an address asks for; what makes no sense there is left out. */
const askedPart = (search: URLSearchParams) => ({
  page: page.parse(search.get("page") ?? 1),
  words: words.parse(search.get("q") ?? ""),
});

/** The same of a release, which also finds the page on which a claim stands. */
export const askedOfRelease = (search: URLSearchParams) => ({
  ...askedPart(search),
  claimNumber: claim.parse(search.get("claim")),
});

/** Which pages of the three lists before a release an address asks for. */
export const askedPreflight = (search: URLSearchParams) => ({
  words: askedPart(search).words,
  ready: page.parse(search.get("ready") ?? 1),
  leaving: page.parse(search.get("leaving") ?? 1),
  blocked: page.parse(search.get("blocked") ?? 1),
});
