/** Where a claim stands. People set the stage; "signed off" and "released" follow from the record and cannot be set. */
export const STAGES = ["inbox", "researching", "in_review", "dropped"] as const;
export type Stage = (typeof STAGES)[number];

export const STATUSES = ["inbox", "researching", "in_review", "signed_off", "released", "dropped"] as const;
export type Status = (typeof STATUSES)[number];

/** Enough people stand behind exactly what it says now. */
export const isVerified = (status: Status) => status === "signed_off" || status === "released";

export const STATUS_WORDS: Record<Status, string> = {
  inbox: "Inbox",
  researching: "Researching",
  in_review: "In review",
  signed_off: "Signed off",
  released: "Released",
  dropped: "Dropped",
};

export const DROP_REASONS = ["not_checkable", "duplicate", "out_of_scope", "made_by_mistake"] as const;
export type DropReason = (typeof DROP_REASONS)[number];
export const DROP_WORDS: Record<DropReason, string> = {
  not_checkable: "Not checkable",
  duplicate: "Duplicate of another claim",
  out_of_scope: "Out of scope",
  made_by_mistake: "Made by mistake",
};

/** The reason in words; `duplicateOf` is the reference of the claim that stays. */
export function dropWords(reason: DropReason, duplicateOf: string | null | undefined): string {
  return reason === "duplicate" && duplicateOf ? `Duplicate of ${duplicateOf}` : DROP_WORDS[reason];
}
