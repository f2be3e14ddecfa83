import { useFetcher } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { ShownOnce } from "#app/ui/shown-once.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";
import { WEBHOOK_EVENTS } from "#domain/webhook-events.ts";

type Answer = { ok: true; secret?: string } | { ok: false; refused: Refused };

/** Adds a webhook; the secret that signs its messages is shown once. */
export function WebhookForm() {
  const say = useWords("webhooks");
  const fetcher = useFetcher<Answer>();
  const secret = fetcher.data?.ok ? fetcher.data.secret : undefined;
  const isSending = fetcher.state !== "idle";
  return (
    <>
      <fetcher.Form method="post" action="/webhooks" className="token-form" key={secret}>
        <OnceKey />
        <input type="hidden" name="intent" value="make" />
        <Refusal of={fetcher.data} />
        <TextField
          label={say("address")}
          hint={say("address_hint")}
          name="url"
          type="url"
          required
          placeholder="https://"
          dir="ltr"
          maxLength={LIMITS.url}
          autoComplete="off"
        />
        <fieldset className="token-scopes">
          <legend className="field-label">{say("tell")}</legend>
          {WEBHOOK_EVENTS.map((event) => (
            <Choice key={event} name="events[]" value={event} defaultChecked label={say(EVENT_WORDS[event])} />
          ))}
        </fieldset>
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {say(isSending ? "adding" : "add")}
        </Button>
      </fetcher.Form>
      {secret && <ShownOnce key={secret} label={say("secret")} hint={say("secret_hint")} value={secret} />}
    </>
  );
}

export const EVENT_WORDS = {
  "claim.signed": "event_claim_signed",
  "claim.stale": "event_claim_stale",
  "claim.corrected": "event_claim_corrected",
  "release.made": "event_release_made",
} as const;
