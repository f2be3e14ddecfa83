import type { Source } from "#domain/card.ts";

/** How a source is put elsewhere without dragging it. */
export const STEPS = ["first", "up", "down", "last"] as const;
export type Step = (typeof STEPS)[number];

/** The key that does it while the focus is on the source's handle. */
export const STEP_KEYS: Record<string, Step> = { ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last" };

/** The place that a step leads to, counted from 0; null where there is none. */
export function placeAfter(step: Step, at: number, count: number): number | null {
  const to = { first: 0, up: at - 1, down: at + 1, last: count - 1 }[step];
  return to === at || to < 0 || to >= count ? null : to;
}

/** The source that this one would stand before in its new place; null at the end. */
export function sourceAfter(sources: readonly Source[], id: string, to: number): string | null {
  return sources.filter((one) => one.id !== id)[to]?.id ?? null;
}

/** The place of a source that is dropped on the upper or the lower half of another one. */
export function placeOfDrop(sources: readonly Source[], id: string, on: string, isBelow: boolean): number | null {
  const rest = sources.filter((one) => one.id !== id);
  const at = rest.findIndex((one) => one.id === on);
  return at < 0 || rest.length === sources.length ? null : at + (isBelow ? 1 : 0);
}
