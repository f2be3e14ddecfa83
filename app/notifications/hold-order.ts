import type { NotificationGroup } from "#server/services/notifications.ts";

export const idsOf = (groups: readonly NotificationGroup[]): number[] =>
  groups.flatMap(({ rows }) => rows.map((one) => one.id));

/**
 * Keeps what is shown where it is, whatever was read or came in since; what is not shown yet is only counted, so that
 * nothing moves under a pointer or a focus.
 */
export function holdOrder(
  groups: readonly NotificationGroup[],
  shown: readonly number[],
): { held: NotificationGroup[]; waiting: number } {
  const place = new Map(shown.map((id, at) => [id, at]));
  const at = ({ id }: { id: number }) => place.get(id) ?? 0;
  const held = groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ id }) => place.has(id)).sort((a, b) => at(a) - at(b)) }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => Math.min(...a.rows.map(at)) - Math.min(...b.rows.map(at)));
  return { held, waiting: idsOf(groups).filter((id) => !place.has(id)).length };
}
