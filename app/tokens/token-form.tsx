import { useFetcher } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { ShownOnce } from "#app/ui/shown-once.tsx";
import { Select, TextField } from "#app/ui/text-field.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";
import { SCOPES } from "#domain/scopes.ts";

const DAYS = [7, 30, 90, 365] as const;

type Made = { token: string; expiresAt: number };
type Answer = { ok: true; made?: Made } | { ok: false; refused: Refused };

/** Makes a token. It is shown once, because only its hash is kept. */
export function TokenForm() {
  const say = useWords("tokens");
  const fetcher = useFetcher<Answer>();
  const made = fetcher.data?.ok ? fetcher.data.made : undefined;
  const isSending = fetcher.state !== "idle";
  return (
    <>
      <fetcher.Form method="post" action="/tokens" className="token-form" key={made?.token}>
        <OnceKey />
        <input type="hidden" name="intent" value="make" />
        <Refusal of={fetcher.data} />
        <TextField
          label={say("label")}
          hint={say("label_hint")}
          name="label"
          required
          maxLength={LIMITS.name}
          autoComplete="off"
        />
        <fieldset className="token-scopes">
          <legend className="field-label">{say("may")}</legend>
          {SCOPES.map((scope) => (
            <Choice
              key={scope}
              name="scopes[]"
              value={scope}
              defaultChecked={scope === "read"}
              label={say(`scope_${scope}`)}
              hint={say(`scope_${scope}_hint`)}
            />
          ))}
        </fieldset>
        <Select label={say("days")} name="days" defaultValue="90">
          {DAYS.map((count) => (
            <option key={count} value={count}>
              {say("days_count", { count })}
            </option>
          ))}
        </Select>
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {say(isSending ? "making" : "make_it")}
        </Button>
      </fetcher.Form>
      {made && (
        <ShownOnce
          key={made.token}
          label={say("made")}
          hint={<Words room="tokens" id="made_hint" values={{ time: <Time at={made.expiresAt} show="near" /> }} />}
          value={made.token}
        />
      )}
    </>
  );
}
