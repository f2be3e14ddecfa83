/** Up to here it does not matter how long a run of marks takes. */
const SHORT = 200;
const LONG_RUN = /\p{M}{31,}/gu;

/** What long runs take in a browser, they take from whoever looks at them; a page does not carry this. */
const isBrowser = import.meta.env?.SSR === false;

/**
 * Text in Unicode NFC (UAX 15), on the server in time with its length. `normalize` puts the marks behind a letter in order by insertion:
 * 120,000 by turns above and below take nine seconds. Put in order beforehand they are the same text.
 */
export const nfc = (text: string): string =>
  (isBrowser || text.length <= SHORT ? text : text.replace(LONG_RUN, inOrder)).normalize("NFC");

/** A run of marks in canonical order: by their combining classes, those of one class as they came. */
function inOrder(run: string): string {
  let ordered = "";
  let byClass = new Map<string, string[]>();
  const flush = () => {
    for (const [, marks] of [...byClass].sort(([one], [other]) => compareClasses(one, other)))
      ordered += marks.join("");
    byClass = new Map();
  };
  for (const mark of run) {
    for (const part of mark.normalize("NFD")) {
      const first = classOf(part);
      if (first === null) flush();
      if (first === null) ordered += part;
      else if (byClass.get(first)?.push(part) === undefined) byClass.set(first, [part]);
    }
  }
  flush();
  return ordered;
}

/** The first mark that was met of each combining class; JavaScript knows the classes only by what it exchanges. */
const firsts: string[] = [];
const classes = new Map<string, string | null>();

/** The first mark of the same combining class, or null for what nothing moves across. */
function classOf(mark: string): string | null {
  const known = classes.get(mark);
  if (known !== undefined) return known;
  const found = isMoved("\u0345", mark) || isMoved(mark, "\u0334") ? firstLike(mark) : null;
  classes.set(mark, found);
  return found;
}

function firstLike(mark: string): string {
  const found = firsts.find((one) => compareClasses(one, mark) === 0);
  if (found === undefined) firsts.push(mark);
  return found ?? mark;
}

const isMoved = (left: string, right: string) => (left + right).normalize("NFD") !== left + right;

const compareClasses = (one: string, other: string): number => (isMoved(one, other) ? 1 : isMoved(other, one) ? -1 : 0);
