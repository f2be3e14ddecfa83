import "#app/publishing/publishing.css";
import { useFetcher } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { useToastWhen } from "#app/ui/use-toast-when.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import { LANGUAGE, LANGUAGES } from "#domain/words/languages.ts";
import type { PublicPagesView } from "#server/services/publications.ts";

type Answer = { ok: true } | { ok: false; refused: Refused };

/** Whether the desk has public pages, and in which language they speak. */
export function PagesForm({ pages }: { pages: PublicPagesView }) {
  const say = useWords("publishing");
  const fetcher = useFetcher<Answer>();
  const isSending = fetcher.state !== "idle";
  useToastWhen(!isSending && fetcher.data?.ok === true, say("saved"));
  return (
    <fetcher.Form method="post" action="/public-pages" className="panel publishing-form">
      <OnceKey />
      <State pages={pages} />
      <fieldset>
        <legend className="field-label">{say("language")}</legend>
        {LANGUAGES.map((one) => (
          <Choice
            key={`${one} ${pages.language}`}
            type="radio"
            name="language"
            value={one}
            defaultChecked={one === pages.language}
            label={<bdi lang={one}>{LANGUAGE[one].name}</bdi>}
          />
        ))}
        <p className="field-hint">{say("language_hint")}</p>
      </fieldset>
      <Refusal of={fetcher.data} />
      <div className="actions">
        {pages.isOn ? (
          <>
            <Button type="submit" kind="primary" name="act" value="language" aria-disabled={isSending}>
              {say("save_language")}
            </Button>
            <Button type="submit" name="act" value="off" aria-disabled={isSending} aria-describedby="switching-off">
              {say("switch_off")}
            </Button>
          </>
        ) : (
          <Button type="submit" kind="primary" name="act" value="on" aria-disabled={isSending}>
            {say("switch_on")}
          </Button>
        )}
      </div>
      {pages.isOn && (
        <p className="field-hint" id="switching-off">
          {say("off_consequence")}
        </p>
      )}
    </fetcher.Form>
  );
}

function State({ pages: { isOn, address, hasAddress } }: { pages: PublicPagesView }) {
  const say = useWords("publishing");
  const link = <a href={address}>{address}</a>;
  return (
    <div className="publishing-state">
      <p className="publishing-title">{say(isOn ? "state_on" : "state_off")}</p>
      {isOn && (
        <p>
          <Words room="publishing" id="address" values={{ address: <bdi dir="ltr">{link}</bdi> }} />
        </p>
      )}
      {!hasAddress && <p className="publishing-needs">{say("needs_address")}</p>}
    </div>
  );
}
