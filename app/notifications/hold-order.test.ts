import { expect, test } from "vitest";
import { holdOrder, idsOf } from "#app/notifications/hold-order.ts";
import type { NotificationGroup, NotificationRow } from "#server/services/notifications.ts";

const row = (id: number) => ({ id }) as NotificationRow;
const group = (caseNumber: number, ...ids: number[]): NotificationGroup => ({
  ...{ caseNumber, caseTitle: "", isMuted: false },
  rows: ids.map(row),
});

test("[NO12] what is shown stays where it is; what came in since is counted and waits", () => {
  const now = [group(9, 90), group(2, 22, 20), group(1, 12, 10, 11)];
  const { held, waiting } = holdOrder(now, [10, 11, 20]);
  expect(held.map((one) => one.caseNumber)).toEqual([1, 2]);
  expect(idsOf(held)).toEqual([10, 11, 20]);
  expect(waiting).toBe(3);
});

test("[NO12] what is gone makes room", () => {
  expect(idsOf(holdOrder([group(1, 11)], [10, 11, 20]).held)).toEqual([11]);
});
