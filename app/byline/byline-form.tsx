import "#app/byline/byline.css";
import { useFetcher } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal, type Refused } from "#app/ui/refusal.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useToastWhen } from "#app/ui/use-toast-when.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";

type Answer = { ok: true } | { ok: false; refused: Refused };
type Chosen = { name: string; byline: string };
type Props = { chosen: Chosen; member?: string; onDone?: () => void };

/** The byline of whoever looks at it or, with the id of a member, of that one. */
export function BylineForm({ chosen: { name, byline }, member, onDone }: Props) {
  const say = useWords("byline");
  const fetcher = useFetcher<Answer>();
  const isSending = fetcher.state !== "idle";
  useToastWhen(!isSending && fetcher.data?.ok === true, say("saved"), onDone);
  const hint = <Words room="byline" id={member ? "hint_other" : "hint"} values={{ name: <bdi>{name}</bdi> }} />;
  return (
    <fetcher.Form method="post" action={member ? "/members" : "/byline"} className="byline-form">
      <OnceKey />
      {member && (
        <>
          <input type="hidden" name="intent" value="byline" />
          <input type="hidden" name="memberId" value={member} />
        </>
      )}
      <Refusal of={fetcher.data} fields={["byline"]} />
      <TextField
        label={say("label")}
        hint={hint}
        name="byline"
        dir="auto"
        defaultValue={byline}
        maxLength={LIMITS.name}
        autoComplete="off"
        error={fieldErrors(fetcher.data).byline}
      />
      <p className="byline-scope">{say("scope")}</p>
      <Button type="submit" kind="primary" aria-disabled={isSending}>
        {say(isSending ? "saving" : "save")}
      </Button>
    </fetcher.Form>
  );
}
