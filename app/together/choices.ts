import { kept } from "#app/together/device.ts";
import type { Signal } from "#app/ui/signal.ts";

/** How much of what colleagues do is said to whoever listens instead of looking. */
export const LEVELS = ["all", "near", "none"] as const;
export type Level = (typeof LEVELS)[number];

const levels = new Map<string, Signal<Level>>();

/** The member's level on this device; another member of the same browser has their own. */
export function levelOf(memberId: string): Signal<Level> {
  const found = levels.get(memberId) ?? kept(`assay.told.${memberId}`, LEVELS, "near");
  levels.set(memberId, found);
  return found;
}

/** Whether the carets and selections of others are drawn. */
export const caretsShown = kept("assay.carets", ["shown", "hidden"], "shown");
