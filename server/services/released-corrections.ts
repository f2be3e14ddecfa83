import type { CorrectionRow } from "#db/queries/corrections.ts";
import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";
import { correctionState, inForce, isWithdrawn, type ReleasedCorrection } from "#domain/corrections.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import type { LeavingNames } from "#server/services/leaving-names.ts";

/** The corrections of a case by claim, each in order, and under which names the people in them leave. */
export type Corrections = Map<string, CorrectionRow[]>;
type Told = { caseNumber: number; names: LeavingNames };

/** What a release tells of one claim that it holds; nothing where nothing was ever corrected. */
export function correctionsOf(
  corrections: Corrections,
  claimId: string,
  told: Told,
): Pick<ReleasedClaim, "corrections"> {
  const those = inForce(corrections.get(claimId) ?? []);
  return those.length > 0 ? { corrections: those.map((one) => released(one, told)) } : {};
}

/** The retractions of claims that are not in a release, by the number of the claim; nothing where there are none. */
export function retractionsBeside(
  corrections: Corrections,
  held: ReadonlySet<string>,
  told: Told,
): Pick<ReleaseHead, "retractions"> {
  const last = retractionsIn(corrections).filter((one) => !held.has(one.claimId));
  return last.length > 0 ? { retractions: last.map((one) => released(one, told)) } : {};
}

/** How many retractions a release without any claim would tell of: 0 where the one of this number, or one before, told of each. */
export function retractionsAlone(corrections: Corrections, lastNumber: number): number {
  const last = retractionsIn(corrections);
  const ofLast = { ofClaim: 0, ofCase: lastNumber };
  return last.some((one) => correctionState(one, ofLast) === "open") ? last.length : 0;
}

/** The last word on each claim that is withdrawn, by the number of the claim. */
function retractionsIn(corrections: Corrections): CorrectionRow[] {
  const withdrawn = [...corrections.values()].filter(isWithdrawn);
  return withdrawn.flatMap((those) => inForce(those).at(-1) ?? []).sort((a, b) => a.number - b.number);
}

function released(one: CorrectionRow, { caseNumber, names }: Told): ReleasedCorrection {
  const { kind, claimId, number, what, why, by, at, inForceAt, releasedBefore } = one;
  return {
    ...{ kind, reference: referenceOf(caseNumber, number), claimId, what, why },
    at: new Date(inForceAt ?? at).toISOString(),
    by: names.get(by) ?? "",
    memberId: by,
    releasedBefore,
  };
}
