import { useFetcher } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { Time } from "#app/ui/time.tsx";
import { useRoleWords } from "#app/ui/use-role-words.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import type { Role } from "#domain/roles.ts";

type Invite = { id: string; role: Role; note: string; createdByName: string; createdAt: number; expiresAt: number };

/** Links that nobody has used yet, each with a way to take it back. */
export function InviteList({ invites }: { invites: readonly Invite[] }) {
  const say = useWords("members");
  if (invites.length === 0) return null;
  return (
    <div className="open-invites">
      <h3>{say("open_links")}</h3>
      <ul className="open-invite-list">
        {invites.map((one) => (
          <OpenInvite key={one.id} invite={one} />
        ))}
      </ul>
    </div>
  );
}

function OpenInvite({ invite }: { invite: Invite }) {
  const say = useWords("members");
  const role = useRoleWords().word(invite.role);
  const fetcher = useFetcher<{ ok: true } | { ok: false; refused: Refused }>();
  return (
    <li className="open-invite">
      <span className="open-invite-words" id={`invite-${invite.id}`}>
        {invite.note ? <Words room="members" id="link_to" values={{ role, whom: <bdi>{invite.note}</bdi> }} /> : role}
        <span className="meta open-invite-facts">
          <Words
            room="members"
            id="link_made"
            values={{
              who: <bdi>{invite.createdByName}</bdi>,
              made: <Time at={invite.createdAt} show="near" />,
              until: <Time at={invite.expiresAt} show="near" />,
            }}
          />
        </span>
      </span>
      <fetcher.Form method="post" action="/members">
        <OnceKey />
        <input type="hidden" name="intent" value="revoke" />
        <input type="hidden" name="inviteId" value={invite.id} />
        <Button type="submit" aria-describedby={`invite-${invite.id}`} aria-disabled={fetcher.state !== "idle"}>
          {say("take_back")}
        </Button>
      </fetcher.Form>
      <Refusal of={fetcher.data} />
    </li>
  );
}
