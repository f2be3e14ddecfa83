import { useEffect, useState } from "react";
import { holdOrder, idsOf } from "#app/notifications/hold-order.ts";
import { NoticeGroup } from "#app/notifications/notice-group.tsx";
import { useLastOpened } from "#app/notifications/use-last-opened.ts";
import { useLeaving, useNoticeActs } from "#app/notifications/use-notice-acts.ts";
import { useNoticeKeys } from "#app/notifications/use-notice-keys.ts";
import { Button } from "#app/ui/button.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";
import type { NotificationList } from "#domain/notices.ts";
import type { NotificationGroup } from "#server/services/notifications.ts";

/** Notifications by case. What comes in while the list is looked at waits behind a counter. */
export function NoticeList({ list, groups }: { list: NotificationList; groups: readonly NotificationGroup[] }) {
  const [shown, setShown] = useState(() => idsOf(groups));
  const [snoozing, setSnoozing] = useState<number | null>(null);
  const leaving = useLeaving(list);
  const acts = useNoticeActs();
  const say = useWords("notifications");
  const { held, waiting } = holdOrder(groups, shown);
  const showAll = () => setShown(idsOf(groups));
  const isEmpty = held.length === 0;
  useEffect(() => {
    if (isEmpty) setShown(idsOf(groups));
  }, [isEmpty, groups]);
  const rows = held.flatMap((group) => group.rows).filter(({ id }) => !leaving.has(id));
  useNoticeKeys({ list, rows, acts, snooze: setSnoozing });
  useKeys(say("keys"), waiting > 0 ? [{ key: "L", does: say("key_show"), run: showAll }] : []);
  useLastOpened();
  return (
    <div className="notice-groups">
      {waiting > 0 && (
        <p className="notice-waiting" role="status">
          <Button onClick={showAll}>{say("show_waiting", { count: waiting })}</Button>
        </p>
      )}
      {held.map((group) => (
        <NoticeGroup
          key={group.caseNumber}
          {...{ list, acts, snoozing, setSnoozing }}
          group={{ ...group, rows: group.rows.filter(({ id }) => !leaving.has(id)) }}
        />
      ))}
    </div>
  );
}
