import { signal } from "#app/ui/signal.ts";

/** Rises with everything that the live channel of an open case tells, for what stands outside of the case's pages. */
export const caseNews = signal(0);
