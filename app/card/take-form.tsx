import { useFetcher } from "@remix-run/react";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ClaimView } from "#server/services/claim-view.ts";

/** Work on a claim that nobody works on. */
export function TakeForm({ claim }: { claim: ClaimView }) {
  const say = useWords("card");
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <OnceKey />
      <input type="hidden" name="intent" value="take" />
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="version" value={claim.version} />
      <DecisionButton disabled={fetcher.state !== "idle"}>{say("take")}</DecisionButton>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
    </fetcher.Form>
  );
}
