import { Link } from "@remix-run/react";
import { DROP_WORDS, type DropReason } from "#domain/status.ts";
import type { OtherClaim } from "#server/services/claim-rows.ts";

type ReasonProps = { reason: DropReason; duplicateOf: OtherClaim | null; caseNumber: number };

/** Why a claim was dropped; a duplicate leads to the claim that stays. */
export function DropReasonWords({ reason, duplicateOf, caseNumber }: ReasonProps) {
  if (!duplicateOf) return <>{DROP_WORDS[reason]}</>;
  return (
    <>
      Duplicate of{" "}
      <Link className="ref other-claim" to={`/cases/${caseNumber}/claims/${duplicateOf.number}`}>
        {duplicateOf.reference}
      </Link>
    </>
  );
}
