import { useRouteLoaderData } from "@remix-run/react";
import type { CaseView } from "#server/services/cases.ts";

/** What every screen of a case knows: the case itself and who is looking at it. */
export type CaseFacts = { parent: CaseView; me: { id: string; name: string } };

/** The case whose screen this is. Only below `/cases/:number`. */
export function useCase(): CaseFacts {
  const facts = useRouteLoaderData("routes/cases.$number") as CaseFacts | undefined;
  if (!facts) throw new Error("useCase is for screens of a case");
  return facts;
}
