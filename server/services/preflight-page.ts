import { canonicalJson, sha256Hex } from "#domain/content.ts";
import { foldText } from "#domain/fold-text.ts";
import { type AskedPart, entriesIn, type PartOfList, partOfList } from "#domain/part-of-list.ts";
import type { Preflight, PreflightRow } from "#server/services/preflight.ts";

/** Claims of each list on one page. */
const SIZE = 20;
/** Claims that leave the release and are named one by one. */
const NAMED = 20;

const LISTS = ["ready", "leaving", "blocked"] as const;
export type PreflightListName = (typeof LISTS)[number];

/** The claims of one list that are shown, of how many. */
export type PreflightPart = { count: number; part: PartOfList; rows: PreflightRow[] };

/** What stands before a release, page by page. */
export type PreflightPage = Omit<Preflight, PreflightListName> &
  Record<PreflightListName, PreflightPart> & {
    words: string;
    /** Stands for the whole list of what is ready: a release is refused when that is another by then. */
    readyHash: string;
    /** References of the first that leave. */
    left: string[];
  };

export type AskedPreflight = { words: string } & Record<PreflightListName, number>;

/** The hash of which claims are ready, each with its content. */
export function readyHash(ready: readonly { claimId: string; contentHash: string }[]): string {
  const pairs = ready.map(({ claimId, contentHash }) => [claimId, contentHash].join(" "));
  return sha256Hex(canonicalJson(pairs.sort()));
}

/** Cuts the lists to the pages that are asked for, each to the claims that have the words. */
export function preflightPage(preflight: Preflight, asked: AskedPreflight): PreflightPage {
  const cut = (name: PreflightListName) => partOf(preflight[name], { page: asked[name], words: asked.words.trim() });
  return {
    ...preflight,
    ...{ ready: cut("ready"), leaving: cut("leaving"), blocked: cut("blocked"), words: asked.words.trim() },
    readyHash: readyHash(preflight.ready),
    left: preflight.leaving.slice(0, NAMED).map(({ reference }) => reference),
  };
}

function partOf(list: readonly PreflightRow[], asked: AskedPart): PreflightPart {
  const wanted = foldText(asked.words).split(/\s+/).filter(Boolean);
  const found = wanted.length === 0 ? list : list.filter((row) => hasAll(row, wanted));
  const part = partOfList(asked, { found: found.length, size: SIZE });
  return { count: list.length, part, rows: entriesIn(found, part) };
}

function hasAll({ reference, statement, claimant, ratingLabel }: PreflightRow, wanted: readonly string[]): boolean {
  const text = foldText([reference, statement, claimant, ratingLabel].join("\n"));
  return wanted.every((word) => text.includes(word));
}
