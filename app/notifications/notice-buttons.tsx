import { Check, Circle, CircleDot, Clock, Undo2 } from "lucide-react";
import { snoozeTimes } from "#app/notifications/snooze-times.ts";
import type { NoticeActs } from "#app/notifications/use-notice-acts.ts";
import { Button } from "#app/ui/button.tsx";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { useTimeWords } from "#app/ui/time.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useWords } from "#app/words/speech.tsx";
import type { NotificationList } from "#domain/notices.ts";
import { ownTimeZone } from "#domain/time-zone.ts";
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
  const say = useWords("notifications");
  if (!isHydrated) return <div className="notice-buttons" />;
  return (
    <div className="notice-buttons">
      {list === "open" && (
        <IconButton
          words={say(isUnread ? "mark_read" : "mark_unread", { reference })}
          shortcut="U"
          onClick={() => acts.turn(row)}
        >
          {isUnread ? <CircleDot size={16} aria-hidden="true" /> : <Circle size={16} aria-hidden="true" />}
        </IconButton>
      )}
      {list === "open" && (
        <MenuButton
          label={say("snooze", { reference })}
          words={<Clock size={16} aria-hidden="true" />}
          kind="plain"
          icon
          isOpen={snoozing === id}
          onOpenChange={(isOpen) => setSnoozing(isOpen ? id : null)}
        >
          {snoozeTimes(new Date()).map(({ id: when, at }) => (
            <MenuEntry
              key={when}
              words={say(when)}
              hint={say("snooze_until", { time: inWords(at, "near"), zone: ownTimeZone() })}
              onAction={() => acts.snooze(row, at, inWords(at, "near"))}
            />
          ))}
        </MenuButton>
      )}
      {list === "snoozed" && (
        <IconButton words={say("bring_back", { reference })} shortcut="H" onClick={() => acts.wake(row)}>
          <Undo2 size={16} aria-hidden="true" />
        </IconButton>
      )}
      {list === "done" ? (
        <IconButton words={say("not_done", { reference })} shortcut="E" onClick={() => acts.undone(row)}>
          <Undo2 size={16} aria-hidden="true" />
        </IconButton>
      ) : (
        <IconButton words={say("mark_done", { reference })} shortcut="E" onClick={() => acts.done(row)}>
          <Check size={16} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

type IconButtonProps = { words: string; shortcut: string; onClick: () => void; children: React.ReactNode };

function IconButton({ words, shortcut, onClick, children }: IconButtonProps) {
  const title = useWords("notifications")("with_key", { words, key: shortcut });
  return (
    <Button kind="plain" icon aria-label={words} title={title} onClick={onClick}>
      {children}
    </Button>
  );
}
