import { useFetcher } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal, type Refused } from "#app/ui/refusal.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useToastWhen } from "#app/ui/use-toast-when.ts";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";
import type { MethodPagesView } from "#server/services/method-pages.ts";

type Answer = { ok: true } | { ok: false; refused: Refused };

const ADDRESS = { type: "url", dir: "ltr", maxLength: LIMITS.url, autoComplete: "off", spellCheck: false } as const;

/** Where the desk says how it checks and how it corrects. */
export function MethodForm({ pages }: { pages: MethodPagesView }) {
  const say = useWords("publishing");
  const fetcher = useFetcher<Answer>();
  const isSending = fetcher.state !== "idle";
  const errors = fieldErrors(fetcher.data);
  useToastWhen(!isSending && fetcher.data?.ok === true, say("method_saved"));
  return (
    <fetcher.Form method="post" action="/public-pages" className="panel publishing-form" aria-labelledby="method">
      <OnceKey />
      <div className="publishing-state">
        <h2 id="method">{say("method_title")}</h2>
        <p className="quiet">{say("method_lede")}</p>
      </div>
      <Refusal of={fetcher.data} fields={["methodUrl", "correctionsUrl"]} />
      <TextField
        {...ADDRESS}
        label={say("method_url")}
        hint={say("method_url_hint")}
        name="methodUrl"
        defaultValue={pages.methodUrl}
        error={errors.methodUrl}
      />
      <TextField
        {...ADDRESS}
        label={say("corrections_url")}
        hint={say("corrections_url_hint")}
        name="correctionsUrl"
        defaultValue={pages.correctionsUrl}
        error={errors.correctionsUrl}
      />
      <div className="actions">
        <Button type="submit" kind="primary" name="act" value="method" aria-disabled={isSending}>
          {say(isSending ? "method_saving" : "method_save")}
        </Button>
      </div>
    </fetcher.Form>
  );
}
