export type { ClaimRow } from "#server/services/claim-rows.ts";
