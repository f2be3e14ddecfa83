/** What nobody can see in a name: controls, bidi marks, fillers, tags; but not the joiners that some scripts need. */
const UNSEEN = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Which sentence of `people` refuses a name. */
type WhyNot = "unseen_in_name" | "one_alphabet" | "name_taken";

/** Alphabets whose letters look alike. */
const LOOK_ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** A name as it is kept: composed (NFC), with single spaces. */
export function tidyName(name: string): string {
  return name.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/**
 * Why somebody may not go by this name on the desk, or null. Two people who read alike could speak for each
 * other, so a name may not hide anything and may not be a colleague's in other letters.
 */
export function whyNotName(name: string, colleagues: readonly string[]): WhyNot | null {
  if (UNSEEN.test(name) || !/\p{L}/u.test(name)) return "unseen_in_name";
  if (LOOK_ALIKE.filter((alphabet) => alphabet.test(name)).length > 1) return "one_alphabet";
  if (colleagues.some((one) => skeleton(one) === skeleton(name))) return "name_taken";
  return null;
}

// Accents stay: "José" and "Jose" are told apart by eye. Joiners, which some scripts need, do not.
function skeleton(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Default_Ignorable_Code_Point}\p{P}]/gu, "");
}
