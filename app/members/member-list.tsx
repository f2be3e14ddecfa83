import "#app/members/members.css";
import type { ReactNode } from "react";
import { MemberActions } from "#app/members/member-actions.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Time } from "#app/ui/time.tsx";
import { useRoleWords } from "#app/ui/use-role-words.ts";
import { useLanguage, useWords, Words } from "#app/words/speech.tsx";
import type { MemberRow } from "#server/services/members.ts";

/** Everybody who is or was on the desk; those who left come last. */
export function MemberList({
  me,
  members,
  mayManage,
}: {
  me: string;
  members: readonly MemberRow[];
  mayManage: boolean;
}) {
  const say = useWords("members");
  const { locale } = useLanguage();
  const sorted = [...members].sort(
    (a, b) =>
      Number(a.deactivatedAt !== null) - Number(b.deactivatedAt !== null) || a.name.localeCompare(b.name, locale),
  );
  return (
    <table className="member-table">
      <caption className="unseen">{say("table")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("name")}</th>
          <th scope="col">{say("role")}</th>
          <th scope="col">{say("last_seen")}</th>
          {mayManage && (
            <th scope="col">
              <span className="unseen">{say("actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {sorted.map((member) => (
          <Line key={member.id} member={member} isMe={member.id === me} mayManage={mayManage} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ member, isMe, mayManage }: { member: MemberRow; isMe: boolean; mayManage: boolean }) {
  const say = useWords("members");
  const roleWords = useRoleWords();
  const { name, email, role, colour, byline, deactivatedAt } = member;
  return (
    <tr data-left={deactivatedAt !== null || undefined}>
      <th scope="row" className="member-cell">
        <span className="person">
          <Avatar name={name} colour={colour} decorative />
          <span className="person-words">
            <span>{isMe ? <Me name={name} /> : <bdi>{name}</bdi>}</span>
            <bdi className="meta member-email">{email}</bdi>
            {byline !== name && (
              <span className="meta">
                <Words room="byline" id="leaves_as" values={{ byline: <bdi>{byline}</bdi> }} />
              </span>
            )}
          </span>
        </span>
      </th>
      <td className="member-role">{deactivatedAt === null ? roleWords.word(role) : say("left")}</td>
      <td className="member-seen">
        <LastSeen member={member} />
      </td>
      {mayManage && <td className="member-do">{!isMe && <MemberActions member={member} />}</td>}
    </tr>
  );
}

function Me({ name }: { name: string }) {
  const values = { name: <bdi>{name}</bdi>, note: (inside: ReactNode) => <span className="quiet">{inside}</span> };
  return <Words room="members" id="me" values={values} />;
}

function LastSeen({ member: { lastSeenAt, deactivatedAt } }: { member: MemberRow }) {
  const say = useWords("members");
  const at = deactivatedAt ?? lastSeenAt;
  return at === null ? (
    <span>{say("not_seen")}</span>
  ) : (
    <Time at={at} show={deactivatedAt === null ? "near" : "date"} />
  );
}
