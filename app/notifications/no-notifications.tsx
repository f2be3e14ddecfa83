import { Empty } from "#app/ui/empty.tsx";
import type { NotificationList } from "#domain/notices.ts";

const WORDS: Record<NotificationList, [title: string, text: string]> = {
  open: ["Nothing is left to see to", "What colleagues ask of you, and what becomes of your claims, is told here."],
  snoozed: ["Nothing is put away", "What you snooze waits here until its time, and then comes back as unread."],
  done: ["Nothing is done yet", "What you mark as done stays here, and can be opened again."],
};

export function NoNotifications({ list }: { list: NotificationList }) {
  const [title, text] = WORDS[list];
  return <Empty title={title}>{text}</Empty>;
}
