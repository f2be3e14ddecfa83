import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { Select, TextField } from "#app/ui/text-field.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";
import { whyNotMove } from "#domain/moving.ts";
import { DROP_REASONS, type DropReason, STAGES, type Stage } from "#domain/status.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

/** Where the claim stands, and moving it on. "Signed off" and "Released" follow from the record. */
export function StageForm({ claim }: { claim: ClaimView }) {
  const say = useWords("card");
  const fetcher = useFetcher();
  const [wanted, setWanted] = useState<Stage | null>(null);
  const stage = wanted ?? claim.stage;
  const [reason, setReason] = useState<DropReason | "">("");
  const isDropping = stage === "dropped" && claim.stage !== "dropped";
  const sayIt = useSaying("claims");
  const sayStatus = useWords("statuses");
  const sayReason = useWords("claims");
  const blocked = whyNotMove(claim);
  const offered = STAGES.filter((one) => blocked === null || one === claim.stage || one === "dropped");
  const isDone = fetcher.state === "idle" && fetcher.data !== undefined && !refusedIn(fetcher.data);
  useEffect(() => {
    if (isDone) setWanted(null);
  }, [isDone]);
  const move = (
    <DecisionButton disabled={fetcher.state !== "idle" || stage === claim.stage}>{say("move")}</DecisionButton>
  );
  return (
    <div className="stage">
      {!claim.can.move && (
        <p className="stage-now">
          <StatusWord status={claim.status} />
        </p>
      )}
      {claim.can.move && (
        <fetcher.Form method="post" className="stage-form">
          <OnceKey />
          <input type="hidden" name="intent" value="move" />
          <input type="hidden" name="claimId" value={claim.id} />
          <input type="hidden" name="version" value={claim.version} />
          <Select
            label={say("status")}
            name="stage"
            value={stage}
            onChange={(event) => setWanted(event.target.value as Stage)}
            hint={blocked && sayIt(blocked)}
            beside={!isDropping && move}
          >
            {offered.map((one) => (
              <option key={one} value={one}>
                {sayStatus(one === claim.stage ? claim.status : one)}
              </option>
            ))}
          </Select>
          {isDropping && (
            <Select
              label={say("reason")}
              name="dropReason"
              required
              value={reason}
              onChange={(event) => setReason(event.target.value as DropReason)}
            >
              <option value="">{say("reason_choose")}</option>
              {DROP_REASONS.map((one) => (
                <option key={one} value={one}>
                  {sayReason(`drop_${one}`)}
                </option>
              ))}
            </Select>
          )}
          {isDropping && reason === "duplicate" && (
            <TextField
              label={say("which_stays")}
              name="duplicateOf"
              required
              inputMode="numeric"
              pattern="\d+"
              hint={say("which_stays_hint", { reference: claim.reference.replace(/\d+$/, "3") })}
            />
          )}
          {isDropping && move}
        </fetcher.Form>
      )}
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
    </div>
  );
}
