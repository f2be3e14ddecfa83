const LONGEST = 200;

/** The first line of a text that reads as a headline: short, with an empty line below it. */
export function titleIn(text: string): string {
  const [first = "", second] = text.trimStart().split(/\r\n|\r|\n/u);
  const isAlone = second !== undefined && second.trim() === "";
  return isAlone && first.length <= LONGEST ? first.trim() : "";
}

/** Whether a text begins with its own headline, which then need not stand above it as well. */
export function beginsWith(text: string, title: string): boolean {
  const [first = ""] = text.trimStart().split(/[\n\v\f\r\u0085\u2028\u2029]/u, 1);
  return tidy(first) !== "" && tidy(first) === tidy(title);
}

const tidy = (line: string) => line.replace(/\s+/gu, " ").trim();
