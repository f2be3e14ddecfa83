import { Check, Circle, CircleDot, Clock, Undo2 } from "lucide-react";
import { ownTimeZone, snoozeTimes } from "#app/notifications/snooze-times.ts";
import type { NoticeActs } from "#app/notifications/use-notice-acts.ts";
import { Button } from "#app/ui/button.tsx";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { useTimeWords } from "#app/ui/time.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import type { NotificationList } from "#domain/notices.ts";
import type { NotificationRow } from "#server/services/notifications.ts";

type NoticeButtonsProps = {
  list: NotificationList;
  row: NotificationRow;
  acts: NoticeActs;
  snoozing: number | null;
  setSnoozing: (id: number | null) => void;
};

/** What the keys do, for the pointer; each button names the claim that it means. */
export function NoticeButtons({ list, row, acts, snoozing, setSnoozing }: NoticeButtonsProps) {
  const { id, reference, isUnread } = row;
  const isHydrated = useHydrated();
  const inWords = useTimeWords();
  if (!isHydrated) return <div className="notice-buttons" />;
  return (
    <div className="notice-buttons">
      {list === "open" && (
        <IconButton
          words={isUnread ? `Mark ${reference} as read` : `Mark ${reference} as unread`}
          shortcut="U"
          onClick={() => acts.turn(row)}
        >
          {isUnread ? <CircleDot size={16} aria-hidden="true" /> : <Circle size={16} aria-hidden="true" />}
        </IconButton>
      )}
      {list === "open" && (
        <MenuButton
          label={`Snooze ${reference}`}
          words={<Clock size={16} aria-hidden="true" />}
          kind="plain"
          icon
          isOpen={snoozing === id}
          onOpenChange={(isOpen) => setSnoozing(isOpen ? id : null)}
        >
          {snoozeTimes(new Date()).map(({ id: when, words, at }) => (
            <MenuEntry
              key={when}
              words={words}
              hint={`${inWords(at, "near")}, ${ownTimeZone()} time`}
              onAction={() => acts.snooze(row, at, inWords(at, "near"))}
            />
          ))}
        </MenuButton>
      )}
      {list === "snoozed" && (
        <IconButton words={`Bring ${reference} back now`} shortcut="H" onClick={() => acts.wake(row)}>
          <Undo2 size={16} aria-hidden="true" />
        </IconButton>
      )}
      {list === "done" ? (
        <IconButton words={`${reference} is not done after all`} shortcut="E" onClick={() => acts.undone(row)}>
          <Undo2 size={16} aria-hidden="true" />
        </IconButton>
      ) : (
        <IconButton words={`Mark ${reference} as done`} shortcut="E" onClick={() => acts.done(row)}>
          <Check size={16} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

type IconButtonProps = { words: string; shortcut: string; onClick: () => void; children: React.ReactNode };

function IconButton({ words, shortcut, onClick, children }: IconButtonProps) {
  return (
    <Button kind="plain" icon aria-label={words} title={`${words} ( ${shortcut} )`} onClick={onClick}>
      {children}
    </Button>
  );
}
