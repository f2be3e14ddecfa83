/** A sentence ready to be said: the words alone, or words and the gaps between them. Plain JSON. */
export type Message = string | readonly Piece[];

export type Piece = string | typeof COUNT | Gap;

/** A gap has a kind, a name, and what stands in it by itself. */
export type Gap =
  | readonly ["gap", string, inside?: undefined]
  | readonly ["number", string, inside?: undefined]
  | readonly ["tag", string, inside: Message]
  | readonly ["plural" | "select", string, inside: Forms];

/** What is said in each case: plural categories, exact numbers ("=0"), or the values of a choice. */
export type Forms = { readonly [form: string]: Message };

/** The number of the plural that it stands in. */
export const COUNT = 0;
