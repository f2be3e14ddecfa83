import { type ReactNode, useEffect, useRef } from "react";
import { DropReasonWords } from "#app/board/drop-reason.tsx";
import { announce } from "#app/ui/announcer.tsx";
import { Time } from "#app/ui/time.tsx";
import { useSaying, useWords, Words } from "#app/words/speech.tsx";
import type { Saying } from "#domain/words/say.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

/** Says who dropped this claim and why, at the top of the card and, to those who have it open, in the moment it happens. */
export function DroppedNotice({ claim, caseNumber }: { claim: ClaimView; caseNumber: number }) {
  const { dropReason, duplicateOf, dropped, reference } = claim;
  const say = useWords("card");
  const sayIt = useSaying("claims");
  const name = dropped?.by?.name ?? sayIt({ room: "claims", id: "somebody" });
  const words = dropReason && say("said_dropped", { who: name, reference, reason: reasonOf(claim) });
  const before = useRef(words);
  useEffect(() => {
    if (words && words !== before.current) announce(words);
    before.current = words;
  }, [words]);
  if (!dropReason) return null;
  return (
    <p className="dropped-notice">
      <Words
        room="card"
        id={dropped ? "dropped_by_at" : "dropped_by"}
        values={{
          name: <bdi>{name}</bdi>,
          who: (inside: ReactNode) => <strong>{inside}</strong>,
          time: dropped && <Time at={dropped.at} show="near" />,
          reason: <DropReasonWords reason={dropReason} duplicateOf={duplicateOf} caseNumber={caseNumber} />,
        }}
      />
    </p>
  );
}

function reasonOf({ dropReason, duplicateOf }: ClaimView): Saying {
  if (duplicateOf) return { room: "claims", id: "duplicate_of", values: { reference: duplicateOf.reference } };
  return { room: "claims", id: `drop_${dropReason ?? "made_by_mistake"}` };
}
