import { keptLook } from "#app/shell/kept-look.ts";
import { useRoot } from "#app/shell/use-root.ts";

/** How close the rows of board, table and lists stand. */
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

export const { of: densityOf, read: readDensity, cookie: densityCookie } = keptLook("assay-density", DENSITIES);

export const useDensity = (): Density => useRoot()?.density ?? "comfortable";
