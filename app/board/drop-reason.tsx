import { Link } from "@remix-run/react";
import { useWords, Words } from "#app/words/speech.tsx";
import type { DropReason } from "#domain/status.ts";
import type { OtherClaim } from "#server/services/claim-rows.ts";

type ReasonProps = { reason: DropReason; duplicateOf: OtherClaim | null; caseNumber: number };

/** Why a claim was dropped; a duplicate leads to the claim that stays. */
export function DropReasonWords({ reason, duplicateOf, caseNumber }: ReasonProps) {
  const say = useWords("claims");
  if (!duplicateOf) return <>{say(`drop_${reason}`)}</>;
  const link = (
    <Link className="ref other-claim" to={`/cases/${caseNumber}/claims/${duplicateOf.number}`}>
      {duplicateOf.reference}
    </Link>
  );
  return <Words room="claims" id="duplicate_of" values={{ reference: link }} />;
}
