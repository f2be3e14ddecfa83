import { ar } from "#domain/words/ar.ts";
import { en } from "#domain/words/en.ts";
import type { Language } from "#domain/words/languages.ts";
import type { Catalogue } from "#domain/words/say.ts";

/** All languages at once: for the server. The browser loads the one that it speaks. */
export const CATALOGUES: Record<Language, Catalogue> = { en, ar };
