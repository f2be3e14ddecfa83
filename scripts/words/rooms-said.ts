/** How built code names the room of what it says; a name that two modules have gets a number: `say$1`. */
const NAMED = [
  /\b(?:useWords|english|asMessage)(?:\$\d+)?\(\s*"(\w+)"/g,
  /\buseSaying(?:\$\d+)?\(((?:"\w+"(?:, )?)+)\)/g,
  /\broom:\s*"(\w+)"/g,
  /\b(?:say|sayParts|pageTitle)(?:\$\d+)?\(\s*[^,"]+,\s*"(\w+)"/g,
  /\brefusal(?:\$\d+)?\(\s*"\w+",\s*"(\w+)"/g,
];
const COMMENTS = /\/\*.*?\*\/|^\s*\/\/.*$/gms;

/** The rooms whose sentences this code says, in order. */
export function roomsSaid(code: string): string[] {
  const bare = code.replace(COMMENTS, "");
  const named = NAMED.flatMap((pattern) => [...bare.matchAll(pattern)].map(([, names = ""]) => names));
  return [...new Set(named.flatMap((names) => names.match(/\w+/g) ?? []))].sort();
}
