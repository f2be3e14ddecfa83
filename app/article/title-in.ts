const LONGEST = 200;

/** The first line of a text that reads as a headline: short, with an empty line below it. */
export function titleIn(text: string): string {
  const [first = "", second] = text.trimStart().split(/\r\n|\r|\n/u);
  const isAlone = second !== undefined && second.trim() === "";
  return isAlone && first.length <= LONGEST ? first.trim() : "";
}
