import type { ThreadAbout } from "#domain/discussion.ts";
import { WORD_PLACES } from "#domain/word-places.ts";

/** What half-written words were about, as this browser kept it; the server reads it strictly when they are sent. */
export function aboutIn(given: unknown): ThreadAbout | null {
  const about = typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
  const { kind, place, start, end, exact, sourceId } = about;
  if (kind === "source" && typeof sourceId === "string") return { kind, sourceId };
  const isPlaced = typeof start === "object" && typeof end === "object" && start !== null && end !== null;
  const where = WORD_PLACES.find((one) => one === place);
  if (kind !== "words" || !where || !isPlaced || typeof exact !== "string") return null;
  return { kind, place: where, start, end, exact };
}
