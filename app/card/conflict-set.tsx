import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useCard } from "#app/card/card-context.ts";
import { FigureLines } from "#app/card/figure-lines.tsx";
import { JoinSet, LeaveSet } from "#app/card/join-set.tsx";
import { RivalsTable } from "#app/card/rivals-table.tsx";
import { announce } from "#app/ui/announcer.tsx";
import { Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ClaimView } from "#server/services/claim-view.ts";
import type { ConflictView } from "#server/services/conflict-sets.ts";

type ConflictSetProps = { claim: ClaimView; conflict: ConflictView; caseNumber: number };

/** The figures of this claim and of its rivals on one line, the rivals beside it, and the set that they are in. */
export function ConflictSet({ claim, conflict: { set, rivals, names }, caseNumber }: ConflictSetProps) {
  const say = useWords("card");
  const claimant = useCard((card) => card.claimant);
  const figures = useCard((card) => card.figures);
  const { fetcher, part } = useDecidedSet(claim.id);
  const own = figures.map((figure) => ({ of: { reference: claim.reference, claimant, isOwn: true }, figure }));
  const others = rivals.flatMap(({ reference, claimant: by, figures: theirs }) =>
    theirs.map((figure) => ({ of: { reference, claimant: by, isOwn: false }, figure })),
  );
  const form = { fetcher, seen: set?.id ?? "", names };
  return (
    <div className="conflict-set" ref={part} tabIndex={-1}>
      {set && (
        <h4 className="conflict-name">
          <span className="quiet">{say("set")}</span>{" "}
          <bdi>
            <ShownText text={set.name} />
          </bdi>
        </h4>
      )}
      <FigureLines given={[...own, ...others]} />
      {set && rivals.length === 0 && <p className="quiet">{say("set_alone")}</p>}
      {set && rivals.length > 0 && (
        <RivalsTable claim={claim} name={set.name} rivals={rivals} caseNumber={caseNumber} />
      )}
      {claim.can.edit && (set ? <LeaveSet {...form} /> : <JoinSet {...form} />)}
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} fields={["name"]} />
    </div>
  );
}

type Decided = { intent: "join-set" | "leave-set"; name?: string };

/** The form that decides about the set. What was decided is said, and takes the focus from the form that goes. */
function useDecidedSet(claimId: string) {
  const fetcher = useFetcher({ key: `conflict-${claimId}` });
  const say = useWords("card");
  const part = useRef<HTMLDivElement>(null);
  const told = useRef<unknown>(null);
  useEffect(() => {
    const decided = fetcher.data as Decided | undefined;
    if (fetcher.state !== "idle" || !decided || told.current === decided || refusedIn(decided)) return;
    told.current = decided;
    announce(decided.intent === "join-set" ? say("set_joined", { name: decided.name ?? "" }) : say("set_left"));
    part.current?.focus();
  }, [fetcher.state, fetcher.data, say]);
  return { fetcher, part };
}
