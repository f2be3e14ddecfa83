import { useFetcher } from "@remix-run/react";
import { NoticeEntry } from "#app/notifications/notice-entry.tsx";
import type { NoticeActs } from "#app/notifications/use-notice-acts.ts";
import { Dots } from "#app/ui/dots.tsx";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { NotificationList } from "#domain/notices.ts";
import type { NotificationGroup } from "#server/services/notifications.ts";

type NoticeGroupProps = {
  list: NotificationList;
  group: NotificationGroup;
  acts: NoticeActs;
  snoozing: number | null;
  setSnoozing: (id: number | null) => void;
};

/** What one case has to tell. */
export function NoticeGroup({ list, group, ...rest }: NoticeGroupProps) {
  const { caseNumber, caseTitle, isMuted, rows } = group;
  const say = useWords("notifications");
  if (rows.length === 0) return null;
  const title = `notices-${caseNumber}`;
  return (
    <section className="notice-group" aria-labelledby={title}>
      <div className="notice-group-head">
        <h2 className="notice-group-title" id={title}>
          <span className="ref">{say("case", { number: caseNumber })}</span> <span dir="auto">{caseTitle}</span>
          {isMuted && <span className="tag">{say("muted")}</span>}
        </h2>
        <GroupMenu list={list} group={group} />
      </div>
      <ul className="notice-rows">
        {rows.map((row) => (
          <NoticeEntry key={row.id} list={list} row={row} {...rest} />
        ))}
      </ul>
    </section>
  );
}

function GroupMenu({
  list,
  group: { caseNumber, isMuted, rows },
}: {
  list: NotificationList;
  group: NotificationGroup;
}) {
  const fetcher = useFetcher();
  const say = useWords("notifications");
  const send = (fields: Record<string, string>) => fetcher.submit(fields, { method: "post", action: "/notifications" });
  const allDone = () => {
    const form = new FormData();
    form.set("intent", "done");
    for (const { id } of rows) form.append("ids[]", String(id));
    fetcher.submit(form, { method: "post", action: "/notifications" });
  };
  return (
    <MenuButton label={say("more", { number: caseNumber })} words={<Dots />} kind="plain" icon>
      {list === "open" && <MenuEntry words={say("all_done")} onAction={allDone} />}
      <MenuEntry
        words={say(isMuted ? "unmute" : "mute")}
        hint={say(isMuted ? "unmute_hint" : "mute_hint")}
        onAction={() => send({ intent: isMuted ? "unmute" : "mute", caseNumber: String(caseNumber) })}
      />
    </MenuButton>
  );
}
