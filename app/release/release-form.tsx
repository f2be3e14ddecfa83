import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { LARGE } from "#app/release/file-link.tsx";
import { heldWords, isWithoutClaims, leftOutWords, whyNotRelease } from "#app/release/preflight-words.ts";
import { useWriting } from "#app/release/use-writing.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { useOnceKey } from "#app/ui/once-key.tsx";
import { Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import type { Writing } from "#server/export/writings.ts";
import type { PreflightPage } from "#server/services/preflight-page.ts";

type Answer = Parameters<typeof Refusal>[0]["of"];

/** The one button of the screen and the question behind it. A release is never shown before it exists. */
export function ReleaseForm({ preflight, mayRelease }: { preflight: PreflightPage; mayRelease: boolean }) {
  const [asked, setAsked] = useState<PreflightPage | null>(null);
  const say = useWords("release");
  const why = whyNotRelease(say, preflight, mayRelease);
  return (
    <div className="release-act">
      <Button
        kind="primary"
        aria-disabled={why !== null || undefined}
        aria-describedby={why ? "why-not-release" : undefined}
        onClick={() => why === null && setAsked(preflight)}
      >
        {heldWords(say, preflight).act}
      </Button>
      {why && <p id="why-not-release">{why}</p>}
      {isWithoutClaims(preflight) && <p>{say("only_retractions", { count: preflight.retractions })}</p>}
      {asked && <Confirm preflight={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

/** Sends which list stood there when the question was asked, so that nobody releases a text that was not in it. */
function Confirm({ preflight, onClose }: { preflight: PreflightPage; onClose: () => void }) {
  const fetcher = useFetcher();
  const { state, data: answer } = fetcher;
  const say = useWords("release");
  const list = useList();
  const { nextNumber: number, ready, readyHash } = preflight;
  const held = heldWords(say, preflight);
  const isDone = state === "idle" && answer !== undefined && !refusedIn(answer);
  useEffect(() => {
    if (!isDone) return;
    toast(say("is_released", { number }));
    onClose();
  }, [isDone, number, onClose, say]);
  const once = useOnceKey();
  const { writing, begin } = useWriting();
  return (
    <Dialog title={held.title} role="alertdialog" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <fetcher.Form method="post" className="stack" onSubmit={() => ready.count >= LARGE && begin(once)}>
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="intent" value="release" />
        <input type="hidden" name="expected" value={readyHash} />
        {[...held.frozen, ...leftOutWords(say, list, preflight)].map((words) => (
          <p key={words}>{words}</p>
        ))}
        {state !== "idle" && writing && writing.of > 0 && <Progress {...writing} />}
        <Refusal of={answer as Answer} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={state !== "idle"}>
            {state === "idle" ? say("release_one", { number }) : say("releasing")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </fetcher.Form>
    </Dialog>
  );
}

function Progress({ claims, of }: Writing) {
  const words = useWords("release")("releasing_progress", { claims, of });
  return (
    <p className="file-progress">
      <progress value={claims} max={of} aria-label={words} />
      <span>{words}</span>
    </p>
  );
}
