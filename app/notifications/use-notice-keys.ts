import { useEffect, useRef } from "react";
import { focusNotice, noticeElementId } from "#app/notifications/use-last-opened.ts";
import type { NoticeActs } from "#app/notifications/use-notice-acts.ts";
import { toast } from "#app/ui/toast.tsx";
import { type Key, useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";
import type { NotificationList } from "#domain/notices.ts";
import type { NotificationRow } from "#server/services/notifications.ts";

type NoticeKeys = {
  list: NotificationList;
  rows: readonly NotificationRow[];
  acts: NoticeActs;
  snooze: (id: number) => void;
};

/** The keys of the list. They mean the notification that has the focus; one that leaves hands it to the next. */
export function useNoticeKeys({ list, rows, acts, snooze }: NoticeKeys): void {
  const say = useWords("notifications");
  const at = () => rows.findIndex(({ id }) => document.getElementById(noticeElementId(id))?.matches(":focus-within"));
  const step = (by: number) => {
    const here = at();
    const next = rows[here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + by))];
    if (next) focusNotice(next.id);
  };
  const withRow = (act: (row: NotificationRow) => void) => () => {
    const row = rows[at()];
    if (row) act(row);
    else toast(say("go_to_one_first"));
  };
  const keys: Key[] = [
    { key: "J", does: say("key_next"), run: () => step(1) },
    { key: "K", does: say("key_before"), run: () => step(-1) },
    { key: "Enter", does: say("key_open") },
  ];
  if (list === "done") keys.push({ key: "E", does: say("key_undone"), run: withRow(acts.undone) });
  else keys.push({ key: "E", does: say("key_done"), run: withRow(acts.done) });
  if (list === "open") keys.push({ key: "H", does: say("key_snooze"), run: withRow((row) => snooze(row.id)) });
  if (list === "snoozed") keys.push({ key: "H", does: say("key_wake"), run: withRow(acts.wake) });
  if (list === "open") keys.push({ key: "U", does: say("key_read"), run: withRow(acts.turn) });
  useKeys(say("keys"), keys);
  useHandedFocus(rows);
}

/** When the notification that has the focus leaves the list, the next one gets it, else the page. */
function useHandedFocus(rows: readonly NotificationRow[]): void {
  const last = useRef<{ id: number | null; rows: readonly NotificationRow[] }>({ id: null, rows });
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest(".notice") : null;
      if (row) last.current.id = Number(row.getAttribute("data-id"));
      else if (target instanceof Element && !target.closest("[role=menu], [role=dialog]")) last.current.id = null;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    const { id, rows: were } = last.current;
    last.current.rows = rows;
    if (id === null || rows.some((one) => one.id === id) || document.activeElement !== document.body) return;
    const at = were.findIndex((one) => one.id === id);
    const left = [...were.slice(at), ...were.slice(0, Math.max(0, at)).reverse()];
    const next = left.find((one) => rows.some((row) => row.id === one.id));
    if (next) focusNotice(next.id);
    else document.getElementById("main")?.focus();
  });
}
