import { diffArrays } from "diff";

export type Diff = { type: "same" | "removed" | "added"; text: string };

/** Words that may differ before the texts count as rewritten; the cost of comparing grows with the square of it. */
const MAX_EDITS = 1_000;

/** How much more may be compared, in squares of edits. Texts that are compared with one another's share it. */
export type Patience = { squares: number };

/** Enough for one text that is nearly rewritten, or for many in which little differs: some 100 ms. */
export const patience = (edits = MAX_EDITS): Patience => ({ squares: edits ** 2 });

const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * What differs between two texts, word by word in any script; "1,500" is one word. `same` and `removed` join to the text
 * before, `same` and `added` to the text after. Texts that share little are one removal and one addition; so are those
 * for which no patience is left.
 */
export function wordDiff(before: string, after: string, shared = patience()): Diff[] {
  const maxEditLength = Math.floor(Math.sqrt(shared.squares));
  const changes = maxEditLength < 1 ? undefined : diffArrays(tokens(before), tokens(after), { maxEditLength });
  const edits = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  shared.squares -= (edits ?? maxEditLength) ** 2;
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

/** Server and browsers do not agree whether "party.Then" is one word or three; a page that is taken over has to say the same. */
const STOPS = /(?<!\p{N})([.:])|([.:])(?!\p{N})/u;

function tokens(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment.split(STOPS).filter(Boolean)).flat();
}

function parts(list: readonly (readonly [Diff["type"], string])[]): Diff[] {
  return list.filter(([, text]) => text !== "").map(([type, text]) => ({ type, text }));
}
