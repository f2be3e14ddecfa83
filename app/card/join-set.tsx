import type { FetcherWithComponents } from "@remix-run/react";
import { useId } from "react";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors } from "#app/ui/refusal.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";

type SetFormProps = {
  fetcher: FetcherWithComponents<unknown>;
  /** The set that the claim is in as the page shows it, or "". */
  seen: string;
  names: readonly string[];
};

/** Names the question of a claim. A name that another claim of the case has given leads into the same set. */
export function JoinSet({ fetcher, seen, names }: SetFormProps) {
  const say = useWords("card");
  const id = useId();
  return (
    <details className="join-set">
      <summary>{say("set_ask")}</summary>
      <fetcher.Form method="post">
        <OnceKey />
        <input type="hidden" name="intent" value="join-set" />
        <input type="hidden" name="seen" value={seen} />
        <TextField
          label={say("set_question")}
          name="name"
          list={`${id}-names`}
          required
          maxLength={LIMITS.name}
          dir="auto"
          autoComplete="off"
          placeholder={say("set_example")}
          hint={say("set_hint")}
          error={fieldErrors(fetcher.data).name}
        />
        <datalist id={`${id}-names`}>
          {names.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <div>
          <DecisionButton disabled={fetcher.state !== "idle"}>{say("set_join")}</DecisionButton>
        </div>
      </fetcher.Form>
    </details>
  );
}

export function LeaveSet({ fetcher, seen }: SetFormProps) {
  const say = useWords("card");
  return (
    <fetcher.Form method="post" className="leave-set">
      <OnceKey />
      <input type="hidden" name="intent" value="leave-set" />
      <input type="hidden" name="seen" value={seen} />
      <DecisionButton kind="plain" disabled={fetcher.state !== "idle"}>
        {say("set_leave")}
      </DecisionButton>
    </fetcher.Form>
  );
}
