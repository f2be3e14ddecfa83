import { useEffect, useState } from "react";
import { useCard, useCardContext } from "#app/card/card-context.ts";
import { KeptVersion, LeaveOut, PutBack, useVersionDecision } from "#app/card/kept-version.tsx";
import { useDone } from "#app/card/use-done.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Time } from "#app/ui/time.tsx";
import { amountsOf, isMuchLess, lessWords } from "#domain/card-amounts.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

/** Words that are moved are missing for a moment: so long nobody is told. */
const MOVING_MS = 2_000;

/** Says who took out much of this card, while it is missing, to everybody who has it open or opens it. */
export function TakenOutNotice({ claim }: { claim: ClaimView }) {
  const { memberId } = useCardContext();
  const { takenOut } = claim;
  const now = useCard(amountsOf);
  const fetcher = useVersionDecision(claim);
  useDone(fetcher);
  const isMissing = takenOut !== null && isMuchLess(takenOut.before, now);
  const lasts = useLasting(isMissing ? takenOut.id : null);
  const who = takenOut?.by?.id === memberId ? "You" : (takenOut?.by?.name ?? "Somebody");
  useEffect(() => {
    if (lasts) announce(`${who} took out much of this card. It can be put back at the top of the card.`);
  }, [lasts, who]);
  if (!isMissing || !lasts) return null;
  return (
    <section className="taken-out" aria-label="Much of this card was taken out">
      <p>
        <strong>{who} took out much of this card</strong> <Time at={takenOut.at} show="near" />:{" "}
        {lessWords(takenOut.before, now)}.
      </p>
      <KeptVersion claim={claim} versionId={takenOut.id} fetcher={fetcher}>
        <PutBack fetcher={fetcher} versionId={takenOut.id} kind="primary" />
        <LeaveOut fetcher={fetcher} versionId={takenOut.id} />
      </KeptVersion>
    </section>
  );
}

/** Whether a deletion is one that lasts: what the page came with, or what has been missing for a while. */
function useLasting(versionId: number | null): boolean {
  const [lasting, setLasting] = useState(versionId);
  useEffect(() => {
    if (versionId === null || versionId === lasting) return;
    const timer = setTimeout(() => setLasting(versionId), MOVING_MS);
    return () => clearTimeout(timer);
  }, [versionId, lasting]);
  return versionId !== null && versionId === lasting;
}
