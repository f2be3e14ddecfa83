import { useFetchers, useSubmit } from "@remix-run/react";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { NotificationRow } from "#server/services/notifications.ts";

export const noticeKey = (id: number) => `notice-${id}`;

type Row = Pick<NotificationRow, "id" | "isUnread" | "reference">;
export type NoticeActs = ReturnType<typeof useNoticeActs>;

/** What can be done about a notification, without leaving the list. Each of them is a submission of its own. */
export function useNoticeActs() {
  const submit = useSubmit();
  const say = useWords("notifications");
  const send = (id: number, fields: Record<string, string>) =>
    submit(fields, { method: "post", action: "/notifications", navigate: false, fetcherKey: noticeKey(id) });
  const setDone = ({ id }: Row, isDone: boolean) =>
    send(id, { intent: isDone ? "done" : "undone", "ids[]": String(id) });
  return {
    done: (row: Row) => {
      setDone(row, true);
      toast(say("is_done", { reference: row.reference }), { label: say("undo"), run: () => setDone(row, false) });
    },
    undone: (row: Row) => setDone(row, false),
    turn: ({ id, isUnread }: Row) => send(id, { intent: isUnread ? "read" : "unread", id: String(id) }),
    wake: ({ id }: Row) => send(id, { intent: "wake", id: String(id) }),
    snooze: (row: Row, until: number, words: string) => {
      send(row.id, { intent: "snooze", id: String(row.id), until: String(until) });
      const wake = () => send(row.id, { intent: "wake", id: String(row.id) });
      toast(say("is_snoozed", { reference: row.reference, time: words }), { label: say("undo"), run: wake });
    },
  };
}

const LEAVES = ["done", "undone", "snooze", "wake"];

/** Those that are on their way out of this list: they are gone from the screen at once, and back if it is refused. */
export function useLeaving(list: string): Set<number> {
  const takesAway = list === "open" ? ["done", "snooze"] : LEAVES.filter((one) => !(list === "done" && one === "done"));
  const sent = useFetchers().flatMap(({ key, formData, data }) => {
    const isOn =
      takesAway.includes(String(formData?.get("intent"))) && (data === undefined || (data as { ok: boolean }).ok);
    return isOn ? [Number(key.replace("notice-", ""))] : [];
  });
  return new Set(sent);
}
