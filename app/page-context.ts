import { createContext, useContext } from "react";
import type { PageWords } from "#app/words/page-words.ts";

/**
 * What one rendered page knows besides its loaders: the CSP nonce, the id under which a fault was logged, the moment after
 * which all of it was read, for members, and on the server what its browser needs to say all that was said so far.
 */
export type PageFacts = {
  nonce: string | undefined;
  faultId: string | null;
  readAt: string | null;
  words?: () => PageWords;
};

const context = createContext<PageFacts>({ nonce: undefined, faultId: null, readAt: null });

export const PageProvider = context.Provider;
export const usePage = () => useContext(context);
