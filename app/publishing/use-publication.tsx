import { type ReactNode, useState } from "react";
import { ClaimPublicPage } from "#app/publishing/claim-public-page.tsx";
import { PublicPage } from "#app/publishing/public-page.tsx";
import { PublicationQuestion, type Question } from "#app/publishing/publication-question.tsx";
import type { PublicationView } from "#server/services/publications.ts";

type Of = { publication: PublicationView | null; release: number; caseNumber: number };
type Claim = { reference: string; claimNumber: number };
type Publication = { panel: ReactNode; question: ReactNode; ofClaim: (claim: Claim) => ReactNode };

const NOTHING: Publication = { panel: null, question: null, ofClaim: () => null };

/** What the page of a release shows of its public page: the whole, each claim, and the one question that is open. */
export function usePublication({ publication, release: number, caseNumber }: Of): Publication {
  const [asked, setAsked] = useState<Question | null>(null);
  if (!publication) return NOTHING;
  const { state, mayPublish, withheld, isRestricted } = publication;
  const ask = (act: "publish" | "withdraw") => () => setAsked({ act, number });
  const ofClaim = ({ reference, claimNumber: claim }: Claim) => (
    <ClaimPublicPage
      withheld={withheld.find((one) => one.reference === reference) ?? null}
      mayPublish={mayPublish}
      onAsk={(act) => setAsked({ act, reference, claim })}
    />
  );
  return {
    panel: (
      <PublicPage
        publication={publication}
        releases={`/cases/${caseNumber}/releases`}
        onPublish={ask("publish")}
        onWithdraw={ask("withdraw")}
      />
    ),
    question: asked && (
      <PublicationQuestion
        about={asked}
        isRestricted={isRestricted}
        action={`/cases/${caseNumber}/releases/${number}`}
        onClose={() => setAsked(null)}
      />
    ),
    ofClaim: state === "never" ? NOTHING.ofClaim : ofClaim,
  };
}
