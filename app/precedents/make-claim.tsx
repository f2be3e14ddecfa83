import { useFetcher } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";

export type CaseChoice = { number: number; title: string };
type Answer = { ok: true } | { ok: false; refused: Refused };

/** Makes a claim of what others have checked, in a case that is chosen; it opens on its card. */
export function MakeClaim({ precedentId, cases }: { precedentId: number; cases: readonly CaseChoice[] }) {
  const say = useWords("precedents");
  const fetcher = useFetcher<Answer>();
  const isSending = fetcher.state !== "idle";
  return (
    <details className="precedent-make">
      <summary>{say("make_claim")}</summary>
      <fetcher.Form method="post" action="/precedents?index" className="precedent-make-form">
        <OnceKey />
        <input type="hidden" name="precedentId" value={precedentId} />
        <Select label={say("in_case")} name="caseNumber">
          {cases.map(({ number, title }) => (
            <option key={number} value={number}>
              {number} · {title}
            </option>
          ))}
        </Select>
        <Button type="submit" aria-disabled={isSending}>
          {say(isSending ? "making" : "make")}
        </Button>
        <Refusal of={fetcher.data} />
      </fetcher.Form>
    </details>
  );
}
