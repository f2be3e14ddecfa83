/** A passage is a paragraph; a longer one is cut at a space, so that no hit has to be looked for in a whole book. */
const LONGEST = 2_000;

/** The paragraphs of a text, in order, none of them empty and none very long. */
export function passagesOf(text: string): string[] {
  return text.split(/[\r\n\u2028\u2029]+/).flatMap((line) => (line.trim() === "" ? [] : cut(line.trim())));
}

function cut(line: string): string[] {
  const parts: string[] = [];
  let at = 0;
  while (line.length - at > LONGEST) {
    const end = endOf(line, at + LONGEST);
    parts.push(line.slice(at, end));
    at = end;
  }
  return [...parts, line.slice(at)];
}

/** After the last space before this place, or else between two characters. */
function endOf(line: string, most: number): number {
  const space = line.lastIndexOf(" ", most);
  if (space > most - LONGEST / 2) return space + 1;
  return /[\udc00-\udfff]/.test(line.charAt(most)) ? most + 1 : most;
}
