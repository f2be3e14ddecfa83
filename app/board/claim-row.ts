import type { ClaimRow as FullRow } from "#server/services/claim-rows.ts";

/** A claim as board and table show it. */
export type ClaimRow = Omit<FullRow, "contentHash" | "releasedHash" | "verdict">;
