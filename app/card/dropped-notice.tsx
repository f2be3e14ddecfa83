import { useEffect, useRef } from "react";
import { DropReasonWords } from "#app/board/drop-reason.tsx";
import { announce } from "#app/ui/announcer.tsx";
import { Time } from "#app/ui/time.tsx";
import { dropWords } from "#domain/status.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

/** Says who dropped this claim and why, at the top of the card and, to those who have it open, in the moment it happens. */
export function DroppedNotice({ claim, caseNumber }: { claim: ClaimView; caseNumber: number }) {
  const { dropReason, duplicateOf, dropped, reference } = claim;
  const by = dropped?.by?.name ?? "Somebody";
  const words = dropReason && `${by} dropped ${reference}: ${dropWords(dropReason, duplicateOf?.reference)}.`;
  const before = useRef(words);
  useEffect(() => {
    if (words && words !== before.current) announce(words);
    before.current = words;
  }, [words]);
  if (!dropReason) return null;
  return (
    <p className="dropped-notice">
      <strong>{by} dropped this claim</strong>
      {dropped && (
        <>
          {" "}
          <Time at={dropped.at} show="near" />
        </>
      )}
      : <DropReasonWords reason={dropReason} duplicateOf={duplicateOf} caseNumber={caseNumber} />. It stays in the case
      with everything on it, and can be moved back.
    </p>
  );
}
