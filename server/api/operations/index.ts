import type { Operation } from "#server/api/operation.ts";
import { caseOperations } from "#server/api/operations/cases.ts";
import { claimOperations } from "#server/api/operations/claims.ts";
import { releaseOperations } from "#server/api/operations/releases.ts";

/** Everything that a program can ask for. A path with fixed words stands before one that takes anything there. */
export const apiOperations = (origin: string): Operation[] => [
  ...caseOperations(origin),
  ...claimOperations(origin),
  ...releaseOperations(origin),
];
