import { Link, useFetcher } from "@remix-run/react";
import { Due } from "#app/board/due.tsx";
import { Statement } from "#app/board/statement.tsx";
import { NoticeButtons } from "#app/notifications/notice-buttons.tsx";
import { noteOpened, noticeElementId } from "#app/notifications/use-last-opened.ts";
import { type NoticeActs, noticeKey } from "#app/notifications/use-notice-acts.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Time } from "#app/ui/time.tsx";
import { useSaying, useWords, Words } from "#app/words/speech.tsx";
import type { NotificationList } from "#domain/notices.ts";
import type { NotificationRow } from "#server/services/notifications.ts";

type NoticeEntryProps = {
  list: NotificationList;
  row: NotificationRow;
  acts: NoticeActs;
  snoozing: number | null;
  setSnoozing: (id: number | null) => void;
};

/** One notification: who and what, about which claim, and what was said. */
export function NoticeEntry({ list, row, ...rest }: NoticeEntryProps) {
  const { id, reason, sentence, words, actor, count, at, isUnread, snoozedUntil, reference, statement, to } = row;
  const { data: answer } = useFetcher({ key: noticeKey(id) });
  const say = useWords("notifications");
  const sayIt = useSaying("notifications", "claims");
  return (
    <li
      className="notice"
      id={noticeElementId(id)}
      data-id={id}
      data-unread={isUnread || undefined}
      data-reason={reason}
    >
      <span className="notice-mark">{isUnread && <span className="notice-dot" />}</span>
      {actor ? <Avatar name={actor.name} colour={actor.colour} decorative /> : <span className="notice-clock" />}
      <div className="notice-words">
        <p className="notice-line">
          <Link className="notice-link" to={to} onClick={() => noteOpened(id)}>
            {isUnread && <span className="unseen">{say("unread")}</span>}
            <span className="ref">{reference}</span> <span className="notice-sentence">{sayIt(sentence)}</span>
          </Link>
          {count > 1 && <span className="notice-count">{say("times", { count })}</span>}
        </p>
        <p className="notice-statement">
          <Statement words={statement} language={row.language} />
        </p>
        {words && (
          <p className="notice-said" dir="auto">
            <ShownText text={words} />
          </p>
        )}
        <p className="notice-times">
          {list === "snoozed" && snoozedUntil !== null ? (
            <span>
              <Words room="notifications" id="comes_back" values={{ time: <Time at={snoozedUntil} show="near" /> }} />
            </span>
          ) : (
            <Time at={at} show="near" />
          )}
          {(reason === "due_soon" || reason === "assigned" || reason === "review_asked") && (
            <Due at={row.dueAt} status="researching" />
          )}
        </p>
        <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
      </div>
      <NoticeButtons list={list} row={row} {...rest} />
    </li>
  );
}
