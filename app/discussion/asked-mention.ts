type Named = { name: string };

/** The "@" before the caret and what is typed after it, while it may become somebody's name; null otherwise. */
export function askedMention(text: string, caret: number): { from: number; words: string } | null {
  const asked = /(?<![\p{L}\p{N}])@([^@\n]{0,60})$/u.exec(text.slice(0, caret));
  return asked ? { from: asked.index, words: asked[1] ?? "" } : null;
}

const MOST = 8;

/** The people of whom one of the names begins like this; the whole list for nothing. */
export function namedLike<Person extends Named>(people: readonly Person[], words: string): Person[] {
  const wanted = words.toLocaleLowerCase();
  return people
    .filter(({ name }) => {
      const whole = name.toLocaleLowerCase();
      return whole.startsWith(wanted) || whole.split(/\s+/u).some((part) => part.startsWith(wanted));
    })
    .slice(0, MOST);
}
