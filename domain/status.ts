/** Where a claim stands. People set the stage; "signed off" and "released" follow from the record and cannot be set. */
export const STAGES = ["inbox", "researching", "in_review", "dropped"] as const;
export type Stage = (typeof STAGES)[number];

export const STATUSES = ["inbox", "researching", "in_review", "signed_off", "released", "dropped"] as const;
export type Status = (typeof STATUSES)[number];

/** Enough people stand behind exactly what it says now. */
export const isVerified = (status: Status) => status === "signed_off" || status === "released";

/** Why somebody drops a claim. */
export const DROP_REASONS = ["not_checkable", "duplicate", "out_of_scope", "made_by_mistake"] as const;
/** "retracted" cannot be chosen: it follows from a retraction. */
export type DropReason = (typeof DROP_REASONS)[number] | "retracted";
