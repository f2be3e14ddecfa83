import { useCard } from "#app/card/card-context.ts";
import { contentHash } from "#domain/content.ts";

/** The hash of what is on the screen now. */
export function useLiveHash(): string {
  return useCard(contentHash);
}
