import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { verdictWord } from "#app/article/claim-words.ts";
import { useCase } from "#app/case/use-case.ts";
import { Button } from "#app/ui/button.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
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
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    show(list.current, chosen);
  }, [chosen]);
  const isMadeHere = claims.some((one) => one.claimId === made);
  useEffect(() => {
    if (isMadeHere) show(list.current, made);
  }, [isMadeHere, made]);
  return (
    <section className="claims" aria-labelledby="claims-title">
      <header className="claims-head">
        <h2 id="claims-title">
          Claims <span className="claims-count">{claims.length}</span>
        </h2>
        {claims.length > 1 && (
          <span className="claims-steps">
            <Button kind="plain" icon aria-label="Previous claim" onClick={() => onStep(-1)}>
              <span aria-hidden="true">↑</span>
            </Button>
            <Button kind="plain" icon aria-label="Next claim" onClick={() => onStep(1)}>
              <span aria-hidden="true">↓</span>
            </Button>
          </span>
        )}
      </header>
      {claims.length === 0 && (
        <p className="claims-none">
          {hasElsewhere ? "No claim is marked in this version yet." : "No claims yet."} Select words in the article and
          press <kbd className="key">C</kbd>.
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
  const { parent } = useCase();
  return (
    <li
      className="claim-item"
      data-item={claim.claimId}
      data-chosen={isChosen || undefined}
      data-new={isNew || undefined}
    >
      <button type="button" className="claim-show" aria-pressed={isChosen} onClick={() => onChoose(claim.claimId)}>
        <ClaimFacts claim={claim} isNew={isNew} />
      </button>
      <Link
        className="claim-open"
        to={`/cases/${parent.number}/claims/${claim.claimNumber}`}
        aria-label={`Open card ${claim.reference}`}
      >
        Open card
      </Link>
    </li>
  );
}

/** Reference, verdict, statement, claimant and status of a claim. */
export function ClaimFacts({ claim, isNew = false }: { claim: MarkView; isNew?: boolean }) {
  return (
    <>
      <span className="claim-line">
        <VerdictMark mark={claim.mark} label={verdictWord(claim)} />
        <span className="ref">{claim.reference}</span>
        <StatusWord status={claim.status} />
        {isNew && <span className="claim-new">New</span>}
      </span>
      <span className="claim-statement" lang={claim.language || undefined} dir="auto">
        {claim.statement || "No statement yet"}
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
