import { useWords } from "#app/words/speech.tsx";
import "#app/card/card-frame.css";
import "#app/card/card.css";
import "#app/card/card-print.css";
import { useNavigate } from "@remix-run/react";
import { memo, type ReactNode, useMemo, useRef } from "react";
import { AbsenceNote } from "#app/card/absence-note.tsx";
import { CardBody } from "#app/card/card-body.tsx";
import { CardContext, useEditing } from "#app/card/card-context.ts";
import { CardHead } from "#app/card/card-head.tsx";
import type { CardConnection } from "#app/card/connection.ts";
import { DecisionPanel } from "#app/card/decision-panel.tsx";
import { DroppedNotice } from "#app/card/dropped-notice.tsx";
import { HalfFullNote } from "#app/card/half-full-note.tsx";
import { LeaveGuard } from "#app/card/leave-guard.tsx";
import { TakenOutNotice } from "#app/card/taken-out-notice.tsx";
import { UnsentWords } from "#app/card/unsent-words.tsx";
import { useCardKeys } from "#app/card/use-card-keys.ts";
import { useConnection } from "#app/card/use-connection.ts";
import { useUndo } from "#app/card/use-undo.ts";
import { useWhereabouts } from "#app/card/use-whereabouts.ts";
import { CorrectionNotice } from "#app/corrections/correction-notice.tsx";
import { DiscussionProvider } from "#app/discussion/discussion-context.tsx";
import { WordsButton } from "#app/discussion/words-button.tsx";
import { useHistoryKey } from "#app/history/use-history-key.ts";
import { useCardActivity } from "#app/together/use-card-activity.ts";
import { useKeptEdits } from "#app/unsent/use-kept-edits.ts";
import type { Card } from "#domain/card.ts";
import type { ClaimView } from "#server/services/claim-view.ts";
import type { ConflictView } from "#server/services/conflict-sets.ts";
import type { CorrectionsAround } from "#server/services/correction-views.ts";
import type { DiscussionView } from "#server/services/discussion-view.ts";
import type { HistoryEntry } from "#server/services/history.ts";
import type { NextReview } from "#server/services/work.ts";

type CardScreenProps = {
  claim: ClaimView;
  conflict: ConflictView;
  history: readonly HistoryEntry[];
  discussion: DiscussionView;
  corrections: CorrectionsAround;
  next: NextReview | null;
  caseNumber: number;
  memberId: string;
};

/** The card of one claim: rendered by the server as it stands, then live. */
export const CardScreen = memo(function CardScreen(props: CardScreenProps) {
  const { claim, conflict, history, discussion, corrections, next, caseNumber, memberId } = props;
  const say = useWords("card");
  const connection = useConnection(claim.id, memberId);
  const mayEdit = claim.can.edit && claim.quarantined === null;
  const canEdit = mayEdit && (claim.status !== "released" || corrections.isOpened);
  const kept = { claimId: claim.id, reference: claim.reference, to: `/cases/${caseNumber}/claims/${claim.number}` };
  useKeptEdits(connection, kept, { memberId, canEdit: mayEdit });
  useCardKeys(canEdit);
  useCardActivity({ connection, history, memberId });
  const first = useFirst(claim.card, connection);
  const value = useMemo(
    () => ({ connection, first, canEdit, memberId, claimId: claim.id }),
    [connection, first, canEdit, memberId, claim.id],
  );
  return (
    <CardContext.Provider value={value}>
      <Live discussion={discussion}>
        <CardHead claim={claim} />
        <DroppedNotice claim={claim} caseNumber={caseNumber} />
        <CorrectionNotice around={corrections} stage={claim.stage} />
        <HalfFullNote isHalfFull={claim.isHalfFull && canEdit} />
        <AbsenceNote scale={claim.scale} />
        <TakenOutNotice claim={claim} />
        <UnsentWords />
        {claim.quarantined && (
          <p className="refusal" role="alert">
            {say("set_aside", { why: claim.quarantined })}
          </p>
        )}
        <div className="card-columns">
          <CardBody claim={claim} conflict={conflict} caseNumber={caseNumber} />
          <DecisionPanel
            claim={claim}
            history={history}
            corrections={corrections}
            next={next}
            caseNumber={caseNumber}
          />
        </div>
        <LeaveGuard />
        <HistoryKey />
      </Live>
    </CardContext.Provider>
  );
});

/** By itself, because whoever asks for the way is drawn again with every load. */
function HistoryKey() {
  const navigate = useNavigate();
  useHistoryKey(useWords("card")("versions_key"), () => navigate("history", { relative: "path" }));
  return null;
}

/** The card as it was loaded; from when it is live on, as it was then, because nobody looks at what is loaded of it later. */
function useFirst(card: Card, connection: CardConnection | null): Card {
  const first = useRef(card);
  if (!connection?.card.read()) first.current = card;
  return first.current;
}

function Live({ discussion, children }: { discussion: DiscussionView; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const editing = useEditing();
  useUndo(root, editing);
  useWhereabouts(root, editing);
  return (
    <DiscussionProvider discussion={discussion}>
      <div ref={root} className="card-screen">
        {children}
        <WordsButton card={root} />
      </div>
    </DiscussionProvider>
  );
}
