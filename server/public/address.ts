/** What stands at an address of the public pages. */
export type Address =
  | { kind: "index" | "feed" | "sitemap" | "oembed" }
  | { kind: "release" | "file"; caseNumber: number; release: number }
  /** Without a release: as the newest public one that holds it. */
  | { kind: "claim"; caseNumber: number; claimNumber: number; release: number | null };

const SINGLE = new Map<string, Address>([
  ["/published", { kind: "index" }],
  ["/published/feed.atom", { kind: "feed" }],
  ["/published/sitemap.xml", { kind: "sitemap" }],
  ["/published/oembed", { kind: "oembed" }],
]);

const NUMBER = "([1-9]\\d{0,8})";
const RELEASE = new RegExp(`^/published/${NUMBER}/${NUMBER}(/claim-set\\.json)?$`);
const CLAIM = new RegExp(`^/published/${NUMBER}/(?:${NUMBER}/)?C-${NUMBER}-${NUMBER}$`);

/** Reads a path letter by letter, so that nothing has two addresses. Null for what is none. */
export function addressOf(path: string): Address | null {
  return SINGLE.get(path) ?? releaseAt(path) ?? claimAt(path);
}

function releaseAt(path: string): Address | null {
  const [, caseNumber, release, file] = RELEASE.exec(path) ?? [];
  if (release === undefined) return null;
  return { kind: file ? "file" : "release", caseNumber: Number(caseNumber), release: Number(release) };
}

function claimAt(path: string): Address | null {
  const [, caseNumber, release, ofCase, claimNumber] = CLAIM.exec(path) ?? [];
  if (claimNumber === undefined || ofCase !== caseNumber) return null;
  const within = release === undefined ? null : Number(release);
  return { kind: "claim", caseNumber: Number(caseNumber), claimNumber: Number(claimNumber), release: within };
}

/** Whether a path belongs to the public pages, also one that leads nowhere. */
export const isPublicPath = (path: string): boolean => path === "/published" || path.startsWith("/published/");

/** Under it stand the releases and claims of a case. */
export const casePath = (caseNumber: number) => `/published/${caseNumber}`;

export const releasePath = (caseNumber: number, release: number) => `${casePath(caseNumber)}/${release}`;

export const filePath = (caseNumber: number, release: number) => `${releasePath(caseNumber, release)}/claim-set.json`;

/** The claim's address that stays; with a release, its version there. */
export const claimPath = (caseNumber: number, reference: string, release: number | null = null) =>
  `${release === null ? casePath(caseNumber) : releasePath(caseNumber, release)}/${reference}`;
