import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { ShownOnce } from "#app/ui/shown-once.tsx";
import { Select, TextField } from "#app/ui/text-field.tsx";
import { Time } from "#app/ui/time.tsx";
import { useRoleWords } from "#app/ui/use-role-words.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";
import type { Role } from "#domain/roles.ts";

type Made = { url: string; expiresAt: number; role: Role };
type Answer = { ok: true; invite?: Made } | { ok: false; refused: Refused };

/** Makes a link for one person. It is shown once, because only its hash is kept. */
export function InviteForm({ roles }: { roles: readonly Role[] }) {
  const say = useWords("members");
  const roleWords = useRoleWords();
  const fetcher = useFetcher<Answer>();
  const [role, setRole] = useState<Role>("analyst");
  const isSending = fetcher.state !== "idle";
  const made = fetcher.data?.ok ? fetcher.data.invite : undefined;
  return (
    <>
      <fetcher.Form method="post" action="/members" className="invite-form">
        <OnceKey />
        <input type="hidden" name="intent" value="invite" />
        <Refusal of={fetcher.data} />
        <Select
          label={say("as")}
          hint={roleWords.hint(role)}
          name="role"
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {roleWords.word(one)}
            </option>
          ))}
        </Select>
        <TextField
          key={made?.url}
          label={say("for_whom")}
          hint={say("for_whom_hint")}
          name="note"
          maxLength={LIMITS.name}
          autoComplete="off"
        />
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {say(isSending ? "making_link" : "make_link")}
        </Button>
      </fetcher.Form>
      {made && <MadeInvite key={made.url} made={made} />}
    </>
  );
}

function MadeInvite({ made }: { made: Made }) {
  const say = useWords("members");
  const hint = (
    <>
      <Words room="members" id="link_hint" values={{ time: <Time at={made.expiresAt} show="near" /> }} />
      {isOfThisComputer(made.url) && ` ${say("link_local")}`}
    </>
  );
  return <ShownOnce label={say(`link_for_${made.role}`)} hint={hint} value={made.url} />;
}

const isOfThisComputer = (url: string) => /^(localhost|127\..*|\[::1\])$/.test(new URL(url).hostname);
