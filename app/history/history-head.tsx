import "#app/history/history.css";
import { useNavigate } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { useHistoryKey } from "#app/history/use-history-key.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ClaimFacts } from "#server/services/version-standing.ts";

/** Whose history this is, the way back to the card, and the two ways to look at it. */
export function HistoryHead({ claim }: { claim: ClaimFacts }) {
  const say = useWords("history");
  const sayOfCase = useWords("case");
  const { parent } = useCase();
  const navigate = useNavigate();
  const card = `/cases/${parent.number}/claims/${claim.number}`;
  useHistoryKey(say("back_to_card"), () => navigate(card));
  return (
    <header className="history-head">
      <div className="history-words">
        <h2 className="history-title">
          <bdi className="ref">{claim.reference}</bdi> {sayOfCase("history")}
        </h2>
        <p className="history-statement" lang={claim.language || undefined} dir="auto">
          <ShownText text={claim.statement} />
        </p>
      </div>
      <ButtonLink to={card}>{say("back_to_card")}</ButtonLink>
      <Tabs
        label={say("ways_to_look")}
        tabs={[
          { to: `${card}/history`, words: say("versions"), end: true },
          { to: `${card}/history/words`, words: say("who_wrote_what") },
        ]}
      />
    </header>
  );
}
