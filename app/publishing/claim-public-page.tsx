import { Button } from "#app/ui/button.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { WithheldView } from "#server/services/withheld-claims.ts";

type ClaimProps = { withheld: WithheldView | null; mayPublish: boolean; onAsk: (act: "withhold" | "show") => void };

/** Whether the public pages show one claim of a release; whoever may release decides it. */
export function ClaimPublicPage({ withheld, mayPublish, onAsk }: ClaimProps) {
  const say = useWords("publishing");
  const act = withheld ? "show" : "withhold";
  return (
    <div className="claim-public">
      {withheld ? (
        <div>
          <p>
            <Words room="publishing" id="claim_withheld" values={{ time: <Time at={withheld.at} /> }} />
          </p>
          <TakenOffBy {...withheld} />
        </div>
      ) : (
        <p>{say("claim_public")}</p>
      )}
      {mayPublish && <Button onClick={() => onAsk(act)}>{say(act)}</Button>}
    </div>
  );
}

/** Who took something off, and why. */
export function TakenOffBy({ by, reason }: Pick<WithheldView, "by" | "reason">) {
  return (
    <p className="meta">
      <Words room="publishing" id="taken_off_by" values={{ who: <bdi>{by}</bdi>, reason: <bdi>{reason}</bdi> }} />
    </p>
  );
}
