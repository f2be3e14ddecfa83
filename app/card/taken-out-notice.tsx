import { type ReactNode, useEffect, useState } from "react";
import { useCard, useCardContext } from "#app/card/card-context.ts";
import { KeptVersion, LeaveOut, PutBack, useVersionDecision } from "#app/card/kept-version.tsx";
import { useDone } from "#app/card/use-done.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Time } from "#app/ui/time.tsx";
import { useLanguage, useSaying, useWords, Words } from "#app/words/speech.tsx";
import type { Card } from "#domain/card.ts";
import { type Amounts, amountsOf, isMuchLess, lessSayings } from "#domain/card-amounts.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

/** Words that are moved are missing for a moment: so long nobody is told. */
const MOVING_MS = 2_000;

/** How much is on the card now, as long as much of what was taken out is missing; else null. */
function amountsIfLess(takenOut: ClaimView["takenOut"], card: Card): Amounts | null {
  if (takenOut === null) return null;
  const now = amountsOf(card);
  return isMuchLess(takenOut.before, now) ? now : null;
}

/** Says who took out much of this card, while it is missing, to everybody who has it open or opens it. */
export function TakenOutNotice({ claim }: { claim: ClaimView }) {
  const { memberId } = useCardContext();
  const isMissing = useCard((card) => amountsIfLess(claim.takenOut, card) !== null);
  const takenOut = useLasting(isMissing ? claim.takenOut : null);
  const now = useCard((card) => amountsIfLess(takenOut, card));
  const fetcher = useVersionDecision(claim);
  useDone(fetcher);
  const say = useWords("card");
  const name = takenOut?.by?.name ?? say("somebody");
  const isMine = takenOut?.by?.id === memberId;
  const shownId = now && takenOut?.id;
  useEffect(() => {
    if (shownId) announce(say(isMine ? "said_taken_out_by_you" : "said_taken_out", { name }));
  }, [shownId, isMine, name, say]);
  if (takenOut === null || now === null) return null;
  return (
    <section className="taken-out" aria-label={say("taken_out")}>
      <p>
        <Words
          room="card"
          id={isMine ? "taken_out_by_you" : "taken_out_by"}
          values={{
            name: <bdi>{name}</bdi>,
            who: (inside: ReactNode) => <strong>{inside}</strong>,
            time: <Time at={takenOut.at} show="near" />,
            parts: <Less before={takenOut.before} now={now} />,
          }}
        />
      </p>
      <KeptVersion claim={claim} versionId={takenOut.id} fetcher={fetcher}>
        <PutBack fetcher={fetcher} versionId={takenOut.id} kind="primary" />
        <LeaveOut fetcher={fetcher} versionId={takenOut.id} />
      </KeptVersion>
    </section>
  );
}

/** "1,204 of 1,410 characters, all 4 sources and the only quote". */
function Less({ before, now }: { before: Amounts; now: Amounts }) {
  const sayIt = useSaying("card");
  const { locale } = useLanguage();
  const and = new Intl.ListFormat(locale, { type: "conjunction" });
  return <>{and.format(lessSayings(before, now).map(sayIt))}</>;
}

/**
 * What was taken out and lasts: what the page came with, or what has been missing for a while. A later deletion takes the
 * place of an earlier one after the same while, and nothing goes away meanwhile under a hand that may be about to use it.
 */
function useLasting(missing: ClaimView["takenOut"]): ClaimView["takenOut"] {
  const [lasting, setLasting] = useState(missing);
  useEffect(() => {
    if (missing === null) return setLasting(null);
    if (missing.id === lasting?.id) return;
    // The later one has been decided about, and the earlier one is still missing.
    if (lasting && missing.id < lasting.id) return setLasting(missing);
    const timer = setTimeout(() => setLasting(missing), MOVING_MS);
    return () => clearTimeout(timer);
  }, [missing, lasting]);
  return missing && lasting;
}
