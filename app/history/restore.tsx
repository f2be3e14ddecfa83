import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { PartDiffs } from "#app/history/part-diffs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { Time } from "#app/ui/time.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { Comparison, Differences } from "#server/services/version-compare.ts";

type Restorable = NonNullable<Comparison["restorable"]>;
type RestoreProps = {
  restorable: Restorable;
  /** What the button for the whole card says: which of the two sides it restores. */
  words?: string;
  /** Without a part it is the whole card. */
  part?: string;
  label?: string;
  /** What the page calls that part. */
  name?: string;
};

/** Restores a version, or one part of it, after showing what will change. */
export function RestoreButton({ restorable, words, part, label, name = "" }: RestoreProps) {
  const say = useWords("history");
  const [isOpen, setOpen] = useState(false);
  const changes = changesIn(restorable.changes, part);
  if (changes.material.length + changes.beside.length + changes.looks.length === 0) return null;
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        kind={label === undefined ? "quiet" : "plain"}
        aria-label={label === undefined ? undefined : say("restore_part", { part: name })}
      >
        {words ?? say("restore_ask")}
      </Button>
      <Dialog
        title={label === undefined ? say("restore_version_title") : say("restore_part_title", { part: name })}
        isOpen={isOpen}
        onOpenChange={setOpen}
        role="alertdialog"
      >
        <Question {...{ restorable, part, label, changes }} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function changesIn({ material, beside, looks }: Differences, part: string | undefined): Differences {
  if (part === undefined) return { material, beside, looks };
  const own = (list: Differences["material"]) => list.filter((one) => one.part === part);
  return { material: own(material), beside: own(beside), looks: [] };
}

type QuestionProps = RestoreProps & { changes: Differences; onDone: () => void };

function Question({ restorable: { side, seenHash }, part, label, changes, onDone }: QuestionProps) {
  const say = useWords("history");
  const fetcher = useFetcher<{ ok: true; before: number }>();
  useRestored(fetcher, onDone);
  return (
    <>
      <p>{say("restore_what")}</p>
      <h3 className="restore-title">
        <Words room="history" id="restore_when" values={{ time: <Time at={side.at} show="near" /> }} />
      </h3>
      <section className="restore-changes" aria-label={say("will_change")}>
        <PartDiffs differences={changes} language={side.language} />
      </section>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
      <fetcher.Form method="post" className="actions">
        <OnceKey />
        <input type="hidden" name="intent" value="restore" />
        <input type="hidden" name="version" value={side.id} />
        <input type="hidden" name="seenHash" value={seenHash} />
        {part !== undefined && <input type="hidden" name="part" value={part} />}
        {label !== undefined && <input type="hidden" name="label" value={label} />}
        <DecisionButton kind="primary" disabled={fetcher.state !== "idle"}>
          {say(fetcher.state === "idle" ? "restore" : "restoring")}
        </DecisionButton>
        <Button onClick={onDone}>{say("leave_it")}</Button>
      </fetcher.Form>
    </>
  );
}

/** Closes the question once the server has done it, shows the card as it is now, and offers the way back. */
function useRestored({ state, data: answer }: { state: string; data: unknown }, onDone: () => void): void {
  const say = useWords("history");
  const navigate = useNavigate();
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (state !== "idle" || !answer || told.current === answer || refusedIn(answer)) return;
    told.current = answer;
    const { before } = answer as { before: number };
    onDone();
    navigate("?to=now", { preventScrollReset: true });
    toast(say("restored"), { label: say("restored_back"), to: `?from=${before}&to=now` });
  }, [state, answer, onDone, navigate, say]);
}
