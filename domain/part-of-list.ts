/** What somebody asks for of a list that is too long for one page. */
export type AskedPart = {
  /** From 1 on; one that is not there is the last. */
  page: number;
  /** Words that an entry has to have, all of them; empty for every entry. */
  words: string;
};

/** Where the part stands that is shown. */
export type PartOfList = AskedPart & {
  pages: number;
  /** The place of its first entry, from 1 on, and of its last; 0 and 0 where there is none. */
  from: number;
  to: number;
  /** How many entries have the words. */
  found: number;
};

/** The page that is asked for of so many entries, `size` on each. */
export function partOfList({ page, words }: AskedPart, { found, size }: { found: number; size: number }): PartOfList {
  const pages = Math.max(1, Math.ceil(found / size));
  const shown = Math.min(Math.max(1, page), pages);
  const [before, to] = [(shown - 1) * size, Math.min(found, shown * size)];
  return { page: shown, words, pages, from: found === 0 ? 0 : before + 1, to, found };
}

/** Those entries of the list that stand in the part. */
export const entriesIn = <T>(list: readonly T[], { from, to }: PartOfList): T[] =>
  list.slice(Math.max(0, from - 1), to);
