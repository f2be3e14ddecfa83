import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Steps } from "#app/article/beside-frame.tsx";
import { useCase } from "#app/case/use-case.ts";
import { StatusWord } from "#app/ui/status-word.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { MarkView } from "#server/services/document-view.ts";

type ClaimsPanelProps = {
  /** One mark per claim, in the order of the text. */
  claims: readonly MarkView[];
  chosen: string | null;
  /** The one that was just made here. */
  made: string | null;
  /** Claims of other versions are listed below. */
  hasElsewhere: boolean;
  onChoose: (claimId: string) => void;
  onStep: (by: 1 | -1) => void;
};

/** The claims of this document, beside the text or below it. */
export function ClaimsPanel({ claims, chosen, made, hasElsewhere, onChoose, onStep }: ClaimsPanelProps) {
  const say = useWords("article");
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    show(list.current, chosen);
  }, [chosen]);
  const isMadeHere = claims.some((one) => one.claimId === made);
  useEffect(() => {
    if (isMadeHere) show(list.current, made);
  }, [isMadeHere, made]);
  return (
    <section className="claims" id="claims" aria-labelledby="claims-title">
      <header className="claims-head">
        <h2 id="claims-title">
          {say("claims")} <span className="claims-count">{claims.length}</span>
        </h2>
        {claims.length > 1 && <Steps onStep={onStep} />}
      </header>
      {claims.length === 0 && (
        <p className="claims-none">
          <Words
            room="article"
            id={hasElsewhere ? "claims_none_here" : "claims_none"}
            values={{ key: <kbd className="key">C</kbd> }}
          />
        </p>
      )}
      <ol className="claims-list" ref={list}>
        {claims.map((claim) => (
          <ListedClaim
            key={claim.claimId}
            claim={claim}
            isChosen={claim.claimId === chosen}
            isNew={claim.claimId === made}
            onChoose={onChoose}
          />
        ))}
      </ol>
    </section>
  );
}

function ListedClaim({
  claim,
  isChosen,
  isNew,
  onChoose,
}: {
  claim: MarkView;
  isChosen: boolean;
  isNew: boolean;
  onChoose: (claimId: string) => void;
}) {
  const say = useWords("article");
  const { parent } = useCase();
  return (
    <li
      className="claim-item"
      data-item={claim.claimId}
      data-chosen={isChosen || undefined}
      data-new={isNew || undefined}
    >
      <button type="button" className="claim-show" aria-pressed={isChosen} onClick={() => onChoose(claim.claimId)}>
        <span className="claim-note" aria-hidden="true">
          {claim.claimNumber}
        </span>
        <ClaimFacts claim={claim} isNew={isNew} />
      </button>
      <Link
        className="claim-open"
        to={`/cases/${parent.number}/claims/${claim.claimNumber}`}
        aria-label={say("open_card_of", { reference: claim.reference })}
      >
        {say("open_card")}
      </Link>
    </li>
  );
}

/** Reference, verdict, statement, claimant and status of a claim. */
function ClaimFacts({ claim, isNew = false }: { claim: MarkView; isNew?: boolean }) {
  const say = useWords("article");
  return (
    <>
      <span className="claim-line">
        <span className="ref">{claim.reference}</span>
        <VerdictMark mark={claim.mark} label={claim.ratingLabel} />
        <StatusWord status={claim.status} />
        {isNew && <span className="claim-new">{say("claim_new")}</span>}
      </span>
      <span className="claim-statement" lang={(claim.statement && claim.language) || undefined} dir="auto">
        {claim.statement || say("no_statement")}
      </span>
      {claim.claimant && (
        <span className="meta" dir="auto">
          {claim.claimant}
        </span>
      )}
    </>
  );
}

function show(list: HTMLElement | null, claimId: string | null): void {
  const item = claimId && list?.querySelector<HTMLElement>(`[data-item="${CSS.escape(claimId)}"]`);
  const frame = list?.closest<HTMLElement>(".article-side");
  if (item && frame) bringIntoView(item, frame);
}

/** Scrolls the panel only, never the page. */
function bringIntoView(item: HTMLElement, frame: HTMLElement): void {
  if (frame.scrollHeight <= frame.clientHeight) return;
  const above = item.getBoundingClientRect().top - frame.getBoundingClientRect().top - 48;
  const below = item.getBoundingClientRect().bottom - frame.getBoundingClientRect().bottom + 16;
  if (above < 0) frame.scrollTop += above;
  else if (below > 0) frame.scrollTop += below;
}
