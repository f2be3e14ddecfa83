import { createContext, useContext } from "react";

/** What one rendered page knows besides its loaders: the CSP nonce, and the id under which a fault was logged. */
export type PageFacts = { nonce: string | undefined; faultId: string | null };

const context = createContext<PageFacts>({ nonce: undefined, faultId: null });

export const PageProvider = context.Provider;
export const usePage = () => useContext(context);
