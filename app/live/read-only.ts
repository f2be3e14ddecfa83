import { signal } from "#app/ui/signal.ts";

/**
 * Why the server's disk refuses writes, as the live channel says; null when it takes them. Undefined while no case is
 * open: then what the page was loaded with counts.
 */
export const readOnly = signal<string | null | undefined>(undefined);
