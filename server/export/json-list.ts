/** A value as `JSON.stringify(…, null, 2)` writes it `depth` levels deep. */
export function indentedJson(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${margin(depth)}`);
}

/** A list in the same form, entry by entry. */
export function* indentedList(entries: Iterable<unknown>, depth: number): Generator<string> {
  let before = "[";
  for (const entry of entries) {
    yield `${before}\n${margin(depth + 1)}${indentedJson(entry, depth + 1)}`;
    before = ",";
  }
  yield before === "[" ? "[]" : `\n${margin(depth)}]`;
}

const margin = (depth: number) => "  ".repeat(depth);
