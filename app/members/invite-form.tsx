import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Field } from "#app/ui/field.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { ROLE_HINTS, ROLE_WORDS } from "#app/ui/role-words.ts";
import { Select, TextField } from "#app/ui/text-field.tsx";
import { Time } from "#app/ui/time.tsx";
import { LIMITS } from "#domain/limits.ts";
import type { Role } from "#domain/roles.ts";

type Made = { url: string; expiresAt: number; role: Role };
type Answer = { ok: true; invite?: Made } | { ok: false; refused: Refused };

/** Makes a link for one person. It is shown once, because only its hash is kept. */
export function InviteForm({ roles }: { roles: readonly Role[] }) {
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
          label="As"
          hint={ROLE_HINTS[role]}
          name="role"
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {ROLE_WORDS[one]}
            </option>
          ))}
        </Select>
        <TextField
          key={made?.url}
          label="For whom"
          hint="If you like. Only colleagues see it, in the list of links."
          name="note"
          maxLength={LIMITS.name}
          autoComplete="off"
        />
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {isSending ? "Making the link…" : "Make a link"}
        </Button>
      </fetcher.Form>
      {made && <MadeInvite key={made.url} made={made} />}
    </>
  );
}

function MadeInvite({ made }: { made: Made }) {
  const address = useRef<HTMLInputElement>(null);
  useEffect(() => address.current?.select(), []);
  return (
    <div className="invite-made">
      <Field
        label={`Link for one ${ROLE_WORDS[made.role].toLowerCase()}`}
        hint={
          <>
            Send it to that person only. It works once, until <Time at={made.expiresAt} show="near" />, and is not shown
            again.
          </>
        }
      >
        {(control) => (
          <span className="input-with-button">
            <input {...control} ref={address} readOnly value={made.url} onFocus={(event) => event.target.select()} />
            <CopyButton text={made.url} />
          </span>
        )}
      </Field>
    </div>
  );
}
