import { type FetcherWithComponents, useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { SinceThen } from "#app/card/since-then.tsx";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { useCase } from "#app/case/use-case.ts";
import { Button, type ButtonKind } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Card } from "#domain/card.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

type Answer = { ok: true; card: Card } | { ok: false; refused: Refused };

/** Decisions about kept versions, one at a time on one card. */
export const useVersionDecision = ({ id }: Pick<ClaimView, "id">) => useFetcher({ key: `version-${id}` });

type KeptVersionProps = {
  claim: ClaimView;
  versionId: number;
  fetcher: FetcherWithComponents<unknown>;
  /** What may be decided about it, by whoever may edit. */
  children: ReactNode;
};

/** A card as it was before much of it was taken out: to look at, beside what may be done about it. */
export function KeptVersion({ claim, versionId, fetcher, children }: KeptVersionProps) {
  const say = useWords("card");
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<number | null>(null);
  const { data, load } = useFetcher<Answer>({ key: `kept-version-${versionId}` });
  const { parent } = useCase();
  const path = `/cases/${parent.number}/claims/${claim.number}/versions/${versionId}`;
  useEffect(() => {
    if (open) load(path);
  }, [open, load, path]);
  return (
    <>
      <div className="actions" onSubmit={() => setAsked(versionId)}>
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {say("see_taken_out")}
        </Button>
        {claim.can.edit && children}
      </div>
      {asked === versionId && <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />}
      {open && <TakenOutWords answer={data} claim={claim} />}
    </>
  );
}

function TakenOutWords({ answer, claim }: { answer: Answer | undefined; claim: ClaimView }) {
  const say = useWords("card");
  if (!answer) return <p className="quiet">{say("reading_version")}</p>;
  if (!answer.ok) return <Refusal of={answer} />;
  return (
    <div className="version-words">
      <SinceThen before={answer.card} scale={claim.scale} />
    </div>
  );
}

type DecideProps = { fetcher: FetcherWithComponents<unknown>; versionId: number; kind?: ButtonKind };

export function PutBack({ fetcher, versionId, kind = "quiet" }: DecideProps) {
  const say = useWords("card");
  return (
    <fetcher.Form method="post">
      <OnceKey />
      <input type="hidden" name="intent" value="put-back" />
      <input type="hidden" name="versionId" value={versionId} />
      <DecisionButton kind={kind} disabled={fetcher.state !== "idle"}>
        {say("put_back")}
      </DecisionButton>
    </fetcher.Form>
  );
}

export function LeaveOut({ fetcher, versionId }: DecideProps) {
  const say = useWords("card");
  return (
    <fetcher.Form method="post">
      <OnceKey />
      <input type="hidden" name="intent" value="leave-out" />
      <input type="hidden" name="versionId" value={versionId} />
      <DecisionButton disabled={fetcher.state !== "idle"}>{say("leave_out")}</DecisionButton>
    </fetcher.Form>
  );
}
