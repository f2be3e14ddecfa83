import { createContext, useContext } from "react";
import type { CaseView } from "#server/services/cases.ts";

/** What every screen of a case knows: the case itself and who is looking at it. */
export type CaseFacts = { parent: CaseView; me: { id: string; name: string } };

const CaseContext = createContext<CaseFacts | null>(null);

/** The case's layout gives it to its screens, so that they are drawn again when it changes, and not with every load. */
export const CaseProvider = CaseContext.Provider;

/** The case whose screen this is. Only below `/cases/:number`. */
export function useCase(): CaseFacts {
  const facts = useContext(CaseContext);
  if (!facts) throw new Error("useCase is for screens of a case");
  return facts;
}
