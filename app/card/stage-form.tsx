import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { whyNotMove } from "#domain/moving.ts";
import { DROP_REASONS, DROP_WORDS, STAGES, STATUS_WORDS, type Stage } from "#domain/status.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

/** Where the claim stands, and moving it on. "Signed off" and "Released" follow from the record. */
export function StageForm({ claim }: { claim: ClaimView }) {
  const fetcher = useFetcher();
  const [wanted, setWanted] = useState<Stage | null>(null);
  const stage = wanted ?? claim.stage;
  const blocked = whyNotMove(claim);
  const offered = STAGES.filter((one) => blocked === null || one === claim.stage || one === "dropped");
  return (
    <div className="stage">
      {(!claim.can.move || claim.dropReason) && (
        <p className="stage-now">
          <StatusWord status={claim.status} />
          {claim.dropReason && <span className="quiet">{DROP_WORDS[claim.dropReason]}</span>}
        </p>
      )}
      {claim.can.move && (
        <fetcher.Form method="post" className="stage-form" onSubmit={() => setWanted(null)}>
          <OnceKey />
          <input type="hidden" name="intent" value="move" />
          <input type="hidden" name="claimId" value={claim.id} />
          <input type="hidden" name="version" value={claim.version} />
          <Select
            label="Status"
            name="stage"
            value={stage}
            onChange={(event) => setWanted(event.target.value as Stage)}
            hint={blocked}
          >
            {offered.map((one) => (
              <option key={one} value={one}>
                {STATUS_WORDS[one === claim.stage ? claim.status : one]}
              </option>
            ))}
          </Select>
          {stage === "dropped" && claim.stage !== "dropped" && (
            <Select label="Reason" name="dropReason">
              {DROP_REASONS.filter((one) => one !== "duplicate").map((one) => (
                <option key={one} value={one}>
                  {DROP_WORDS[one]}
                </option>
              ))}
            </Select>
          )}
          <Button type="submit" disabled={fetcher.state !== "idle" || stage === claim.stage}>
            Move
          </Button>
        </fetcher.Form>
      )}
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
    </div>
  );
}
