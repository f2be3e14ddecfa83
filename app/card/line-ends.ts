import { shownText } from "#app/article/exact-text.ts";

/*
 * A text area knows one line end, "\n". Stored text may hold "\r\n" or "\r" from elsewhere, which stays as it is: here
 * such a line end is one step, so that nobody changes more than they typed. All positions are in UTF-16 units.
 */

/** Where a position in the stored text stands in the shown one. */
export function shownIndex(stored: string, at: number): number {
  return shownText(stored.slice(0, at)).length;
}

/** Where a position in the shown text stands in the stored one; never between "\r" and "\n". */
export function storedIndex(stored: string, at: number): number {
  let left = at;
  let index = 0;
  while (left > 0 && index < stored.length) {
    index += stored.startsWith("\r\n", index) ? 2 : 1;
    left -= 1;
  }
  return index + left;
}
