import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { leftOutWords, releaseWords, whyNotRelease } from "#app/release/preflight-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { toast } from "#app/ui/toast.tsx";
import type { Preflight } from "#server/services/preflight.ts";

type Answer = Parameters<typeof Refusal>[0]["of"];

/** The one button of the screen and the question behind it. A release is never shown before it exists. */
export function ReleaseForm({ preflight, mayRelease }: { preflight: Preflight; mayRelease: boolean }) {
  const [asked, setAsked] = useState<Preflight | null>(null);
  const why = whyNotRelease(preflight, mayRelease);
  return (
    <div className="release-act">
      <Button
        kind="primary"
        aria-disabled={why !== null || undefined}
        aria-describedby={why ? "why-not-release" : undefined}
        onClick={() => why === null && setAsked(preflight)}
      >
        {releaseWords(preflight)}
      </Button>
      {why && <p id="why-not-release">{why}</p>}
      {asked && <Confirm preflight={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

/** Sends what was on the screen when the question was asked, so that nobody releases a text they have not seen listed. */
function Confirm({ preflight, onClose }: { preflight: Preflight; onClose: () => void }) {
  const fetcher = useFetcher();
  const { state, data: answer } = fetcher;
  const isDone = state === "idle" && answer !== undefined && !refusedIn(answer);
  useEffect(() => {
    if (!isDone) return;
    toast(`v${preflight.nextNumber} is released. Its files are in the list of releases.`);
    onClose();
  }, [isDone, preflight.nextNumber, onClose]);
  const expected = preflight.ready.map(({ claimId, contentHash }) => ({ claimId, contentHash }));
  return (
    <Dialog
      title={`${releaseWords(preflight)}?`}
      role="alertdialog"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <fetcher.Form method="post" className="stack">
        <OnceKey />
        <input type="hidden" name="intent" value="release" />
        <input type="hidden" name="expected" value={JSON.stringify(expected)} />
        <p>
          The claims are frozen as they were signed. A release cannot be changed or taken back; a correction is a new
          release.
        </p>
        {leftOutWords(preflight).map((words) => (
          <p key={words}>{words}</p>
        ))}
        <Refusal of={answer as Answer} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={state !== "idle"}>
            {state === "idle" ? `Release v${preflight.nextNumber}` : "Releasing…"}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </fetcher.Form>
    </Dialog>
  );
}
