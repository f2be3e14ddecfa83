import "#app/history/history.css";
import { useNavigate } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { useHistoryKey } from "#app/history/use-history-key.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { ClaimFacts } from "#server/services/version-standing.ts";

/** Whose history this is, the way back to the card, and the two ways to look at it. */
export function HistoryHead({ claim }: { claim: ClaimFacts }) {
  const { parent } = useCase();
  const navigate = useNavigate();
  const card = `/cases/${parent.number}/claims/${claim.number}`;
  useHistoryKey("Back to the card", () => navigate(card));
  return (
    <header className="history-head">
      <div className="history-words">
        <h2 className="history-title">
          <span className="ref">{claim.reference}</span> History
        </h2>
        <p className="history-statement" lang={claim.language || undefined} dir="auto">
          <ShownText text={claim.statement} />
        </p>
      </div>
      <ButtonLink to={card}>Back to the card</ButtonLink>
      <Tabs
        label="Ways to look at the history"
        tabs={[
          { to: `${card}/history`, words: "Versions", end: true },
          { to: `${card}/history/words`, words: "Who wrote what" },
        ]}
      />
    </header>
  );
}
