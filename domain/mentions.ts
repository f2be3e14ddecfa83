type Named = { id: string; name: string };
type Mention<Person> = { at: number; words: string; person: Person };

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/**
 * Where a text names somebody with "@", in UTF-16 units: the whole name, in capitals or not, the longest where two begin
 * alike, and no part of another word.
 */
export function mentionsIn<Person extends Named>(text: string, people: readonly Person[]): Mention<Person>[] {
  if (people.length === 0 || !text.includes("@")) return [];
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const names = longestFirst.map((one) => `(${escaped(one.name)})`).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])@(?:${names})(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(pattern)].flatMap(({ index, 0: words, ...groups }) => {
    const person = longestFirst.find((_one, at) => groups[at + 1] !== undefined);
    return person ? [{ at: index, words, person }] : [];
  });
}
