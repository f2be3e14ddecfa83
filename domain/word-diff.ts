import { diffArrays } from "diff";

export type Diff = { type: "same" | "removed" | "added"; text: string };

/** Words that may differ before the texts count as rewritten; the cost of comparing grows with the square of it. */
const MAX_EDITS = 2_000;

const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * What differs between two texts, word by word in any script; "1,500" is one word. `same` and `removed` join to the text
 * before, `same` and `added` to the text after. Texts that share little are one removal and one addition.
 */
export function wordDiff(before: string, after: string): Diff[] {
  const [old, now] = [tokens(before), tokens(after)];
  const changes = diffArrays(old, now, { maxEditLength: MAX_EDITS });
  if (!changes)
    return parts([
      ["removed", before],
      ["added", after],
    ]);
  return joined(
    parts(changes.map((one) => [one.added ? "added" : one.removed ? "removed" : "same", one.value.join("")])),
  );
}

/** Reads "up to" → "about" as one change of two words: a space that survives between changed words is taken into them. */
function joined(list: readonly Diff[]): Diff[] {
  const result: Diff[] = [];
  let [removed, added] = ["", ""];
  const close = () => {
    result.push(
      ...parts([
        ["removed", removed],
        ["added", added],
      ]),
    );
    [removed, added] = ["", ""];
  };
  list.forEach((one, at) => {
    const between = removed !== "" && added !== "" && at < list.length - 1 && /^[^\S\r\n]+$/.test(one.text);
    if (one.type === "same" && !between) {
      close();
      result.push(one);
      return;
    }
    if (one.type !== "added") removed += one.text;
    if (one.type !== "removed") added += one.text;
  });
  close();
  return result;
}

function tokens(text: string): string[] {
  return Array.from(words.segment(text), (one) => one.segment);
}

function parts(list: readonly (readonly [Diff["type"], string])[]): Diff[] {
  return list.filter(([, text]) => text !== "").map(([type, text]) => ({ type, text }));
}
