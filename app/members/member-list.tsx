import "#app/members/members.css";
import { MemberActions } from "#app/members/member-actions.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { ROLE_WORDS } from "#app/ui/role-words.ts";
import { Time } from "#app/ui/time.tsx";
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
  const sorted = [...members].sort(
    (a, b) => Number(a.deactivatedAt !== null) - Number(b.deactivatedAt !== null) || a.name.localeCompare(b.name),
  );
  return (
    <table className="member-table">
      <caption className="unseen">Members of the desk</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Last seen</th>
          {mayManage && (
            <th scope="col">
              <span className="unseen">Actions</span>
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
  const { name, email, role, colour, deactivatedAt } = member;
  return (
    <tr data-left={deactivatedAt !== null || undefined}>
      <th scope="row" className="member-cell">
        <span className="person">
          <Avatar name={name} colour={colour} decorative />
          <span className="person-words">
            <span dir="auto">
              {name}
              {isMe && <span className="quiet"> (you)</span>}
            </span>
            <span className="meta member-email">{email}</span>
          </span>
        </span>
      </th>
      <td className="member-role">{deactivatedAt === null ? ROLE_WORDS[role] : "Left"}</td>
      <td className="member-seen">
        <LastSeen member={member} />
      </td>
      {mayManage && (
        <td className="member-do">{deactivatedAt === null && !isMe && <MemberActions member={member} />}</td>
      )}
    </tr>
  );
}

function LastSeen({ member: { lastSeenAt, deactivatedAt } }: { member: MemberRow }) {
  const at = deactivatedAt ?? lastSeenAt;
  return at === null ? <span>Not seen yet</span> : <Time at={at} show={deactivatedAt === null ? "near" : "date"} />;
}
