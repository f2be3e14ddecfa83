import { indentedList } from "#server/export/json-list.ts";

const ESCAPES: Record<string, string> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** A JSON document that may stand inside a script element as it is: nothing in it can end the element. */
export const scriptJson = (document: object) => `${scriptSafe(JSON.stringify(wellFormed(document), null, 2))}\n`;

/**
 * The same for a document with one long list in it, written entry by entry: `shell` is the document with that list
 * empty, and no text or list after it.
 */
export function* scriptJsonList(shell: object, entries: Iterable<unknown>): Generator<string> {
  const text = JSON.stringify(wellFormed(shell), null, 2);
  const at = text.lastIndexOf("[]");
  const indent = /^ */.exec(text.slice(text.lastIndexOf("\n", at) + 1))?.[0] ?? "";
  yield scriptSafe(text.slice(0, at));
  for (const part of indentedList(Iterator.from(entries).map(wellFormed), indent.length / 2)) yield scriptSafe(part);
  yield `${text.slice(at + 2)}\n`;
}

const scriptSafe = (json: string) => json.replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? "");

/** Lone surrogates are no text (RFC 7493); each becomes U+FFFD. */
function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, wellFormed(one)]));
}

/** Leaves out what is not known: empty texts, empty lists and null. */
export function given(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && !value.length),
    ),
  );
}
