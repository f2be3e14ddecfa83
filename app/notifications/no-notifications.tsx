import { Empty } from "#app/ui/empty.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { NotificationList } from "#domain/notices.ts";

export function NoNotifications({ list }: { list: NotificationList }) {
  const say = useWords("notifications");
  return <Empty title={say(`empty_${list}`)}>{say(`empty_${list}_hint`)}</Empty>;
}
