import { memo, useRef } from "react";
import { useCard, useCardContext, useEditing } from "#app/card/card-context.ts";
import { PlaceFrame, WhoIsHere } from "#app/card/card-field.tsx";
import { citedOrder, numberIn } from "#app/card/numbering.ts";
import { RationaleBoundary } from "#app/card/rationale-boundary.tsx";
import { RationaleText } from "#app/card/rationale-text.tsx";
import { useLateEditor } from "#app/card/use-late-editor.ts";
import { useReadMarks } from "#app/discussion/read-marks.ts";
import { useWords } from "#app/words/speech.tsx";

/** Why the evidence leads to the verdict. Readable at once; the editor arrives afterwards and takes its place. */
export const Rationale = memo(function Rationale({ language }: { language: string }) {
  const say = useWords("card");
  const { canEdit } = useCardContext();
  const editing = useEditing();
  const Editor = useLateEditor();
  return (
    <section className="card-part" id="rationale" aria-labelledby="rationale-title">
      <PlaceFrame place="rationale" className="rationale">
        <div className="card-field-head">
          <h3 id="rationale-title" tabIndex={-1}>
            {say("rationale")}
          </h3>
          <WhoIsHere place="rationale" />
        </div>
        {editing && Editor ? (
          <RationaleBoundary key={editing.doc.clientID} instead={<Still canEdit={false} language={language} />}>
            <Editor connection={editing} language={language} />
          </RationaleBoundary>
        ) : (
          <Still canEdit={canEdit} language={language} />
        )}
      </PlaceFrame>
    </section>
  );
});

/** The same words in the same place, without the editor; the bar keeps the room that the tools will take. */
function Still({ canEdit, language }: { canEdit: boolean; language: string }) {
  const say = useWords("card");
  const blocks = useCard((card) => card.rationale);
  const order = useCard(citedOrder);
  const words = useRef<HTMLDivElement>(null);
  useReadMarks(words, "rationale");
  return (
    <div className="rationale-frame" data-still={canEdit || undefined}>
      {canEdit && <div className="rationale-tools" aria-hidden="true" />}
      <div ref={words} className="rationale-text" lang={language || undefined} dir="auto">
        {blocks.length === 0 && <p className="quiet">{say("rationale_none")}</p>}
        <RationaleText blocks={blocks} numberOf={(id) => numberIn(order, id)} />
      </div>
    </div>
  );
}
