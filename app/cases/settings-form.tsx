import { Form } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { CaseFields } from "#app/cases/case-fields.tsx";
import { useAnswer } from "#app/live/use-answer.ts";
import { Button } from "#app/ui/button.tsx";
import { Meanwhile } from "#app/ui/meanwhile.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal, type Refused } from "#app/ui/refusal.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import type { CaseView } from "#server/services/cases.ts";

/** The version that a save made, and the key of that save. */
export type Saved = { once: string; version: number };
type Answer = { ok: true; saved: Saved } | { ok: false; refused: Refused };

type SettingsProps = Pick<Parameters<typeof CaseFields>[0], "scales" | "colleagues"> & {
  found: CaseView;
  lastChangedBy: string | null;
};

/** Shows the settings as they were when the form was opened or last saved, whatever colleagues change meanwhile. */
export function SettingsForm({ found, lastChangedBy, scales, colleagues }: SettingsProps) {
  const say = useWords("case");
  const answer = useAnswer<Answer>();
  const isSending = useIsSending();
  const [seen, setSeen] = useState<{ of: CaseView; after: Answer | undefined }>({ of: found, after: undefined });
  const { version } = seen.of;
  const takeOver = useCallback(() => setSeen({ of: found, after: answer }), [found, answer]);
  const saved = answer?.ok ? answer.saved : null;
  useEffect(() => {
    if (saved?.once) toast(say("settings_changed"));
  }, [saved?.once, say]);
  const isMine = saved !== null && version < saved.version;
  useEffect(() => {
    if (isMine && found.version >= saved.version) takeOver();
  }, [isMine, saved, found, takeOver]);
  const news = answer === seen.after ? undefined : answer;
  const chosen = { ...seen.of, scaleId: seen.of.scale?.id ?? null };
  return (
    <Form method="post" className="case-form" key={version}>
      <OnceKey />
      <input type="hidden" name="version" value={version} />
      {found.version !== version && !isMine && (
        <Meanwhile again={say("show_new_settings")} onAgain={takeOver}>
          {lastChangedBy ? (
            <Words room="case" id="changed_by" values={{ who: <bdi>{lastChangedBy}</bdi> }} />
          ) : (
            say("changed_by_somebody")
          )}
        </Meanwhile>
      )}
      <Refusal of={news} fields={["title", "scaleId", "quorum"]} />
      <CaseFields chosen={chosen} scales={scales} colleagues={colleagues} errors={fieldErrors(news)} />
      <Button className="case-save" type="submit" kind="primary" aria-disabled={isSending}>
        {say(isSending ? "changing_settings" : "change_settings")}
      </Button>
    </Form>
  );
}
