import type { Presence } from "#app/live/live-message.ts";
import type { Span } from "#domain/sentences.ts";

/** How a browser tells colleagues which words of a document version somebody has selected. */
export const markedField = (versionId: string, { start, end }: Span): string => `words:${versionId}:${start}-${end}`;

/** Names of colleagues who have some of the same words of this version selected at this moment. */
export function whoMarks(roster: readonly Presence[], me: string, versionId: string, span: Span): string[] {
  return roster
    .filter(({ memberId, idle, field }) => memberId !== me && !idle && overlaps(readMarked(field, versionId), span))
    .map((one) => one.name);
}

function readMarked(field: string | null, versionId: string): Span | null {
  const [, version, start, end] = /^words:([^:]{1,64}):(\d{1,9})-(\d{1,9})$/.exec(field ?? "") ?? [];
  return version === versionId ? { start: Number(start), end: Number(end) } : null;
}

export const overlaps = (one: Span | null, other: Span): boolean =>
  one !== null && one.start < other.end && other.start < one.end;
