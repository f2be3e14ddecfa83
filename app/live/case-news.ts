import { signal } from "#app/ui/signal.ts";

/** Rises with what the live channel of an open case tells of a claim or its discussion, for what stands outside of the case's pages. */
export const caseNews = signal(0);
