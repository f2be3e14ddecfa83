/** The value of a JSON text, or where it stops being JSON. Brackets are counted before, since readers go as deep as they nest. */
export type Parsed = { value: unknown } | { wrong: { line: number; column: number; sign: string } | "too_deep" };

const DEEPEST = 500;

export function parseJson(text: string): Parsed {
  if (isDeeper(text, DEEPEST)) return { wrong: "too_deep" };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { wrong: whereWrong(text, error) };
  }
}

/** One value for each line that is not empty; null where a line is none. */
export function parseJsonLines(text: string): unknown[] | null {
  const values: unknown[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const parsed = parseJson(line);
    if ("wrong" in parsed) return null;
    values.push(parsed.value);
  }
  return values;
}

/** Node says "at position 12"; where it says nothing, the text ended too early. */
function whereWrong(text: string, error: unknown): { line: number; column: number; sign: string } {
  const said = /position (\d+)/.exec(String((error as Error).message))?.[1];
  const place = said === undefined ? text.length : Number(said);
  const before = text.slice(0, place);
  const line = before.split("\n").length;
  return { line, column: place - before.lastIndexOf("\n"), sign: [...text.slice(place, place + 2)][0] ?? "" };
}

function isDeeper(text: string, most: number): boolean {
  let [depth, isInText] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x5c && isInText) at++;
    else if (sign === 0x22) isInText = !isInText;
    else if (!isInText && (sign === 0x5b || sign === 0x7b) && ++depth > most) return true;
    else if (!isInText && (sign === 0x5d || sign === 0x7d)) depth--;
  }
  return false;
}
