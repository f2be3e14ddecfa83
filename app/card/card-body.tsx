import { memo } from "react";
import { AboutMedia } from "#app/card/about-media.tsx";
import { useCard, useCardContext } from "#app/card/card-context.ts";
import { CardField } from "#app/card/card-field.tsx";
import { ConflictSet } from "#app/card/conflict-set.tsx";
import { Figures } from "#app/card/figures.tsx";
import { LiveText } from "#app/card/live-text.tsx";
import { Quotes } from "#app/card/quotes.tsx";
import { RatingChoice } from "#app/card/rating.tsx";
import { Rationale } from "#app/card/rationale.tsx";
import { ROOM, useRoom } from "#app/card/room.ts";
import { Sources } from "#app/card/sources.tsx";
import { WhenAndWhere, WhoSaidIt } from "#app/card/who-said-it.tsx";
import { PrecedentHint } from "#app/precedents/precedent-hint.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { TextField } from "#domain/card.ts";
import type { ClaimView } from "#server/services/claim-view.ts";
import type { ConflictView } from "#server/services/conflict-sets.ts";

type CardBodyProps = { claim: ClaimView; conflict: ConflictView; caseNumber: number };

/** Everything on the card that people write together, in the order in which a check is made. */
export const CardBody = memo(function CardBody({ claim, conflict, caseNumber }: CardBodyProps) {
  const say = useWords("card");
  const language = useCard((card) => card.language);
  return (
    <div className="card-body">
      <div id="statement">
        <TextPart
          field="statement"
          label={say("statement")}
          language={language}
          placeholder={say("statement_example")}
        />
        <CheckedBefore />
      </div>
      <Quotes caseNumber={caseNumber} claimNumber={claim.number} places={claim.quotes} />
      <WhoSaidIt />
      <WhenAndWhere />
      <AboutMedia />
      <Figures>
        <ConflictSet claim={claim} conflict={conflict} caseNumber={caseNumber} />
      </Figures>
      <Sources />
      <Rationale language={language} />
      <section className="card-part" id="verdict" aria-labelledby="verdict-title">
        <h3 id="verdict-title">{say("verdict")}</h3>
        <RatingChoice scale={claim.scale} />
        <TextPart
          field="verdict"
          label={say("verdict_sentence")}
          language={language}
          placeholder={say("verdict_example")}
        />
      </section>
      <section className="card-part">
        <TextPart field="gaps" label={say("gaps")} language={language} placeholder={say("gaps_example")} />
      </section>
    </div>
  );
});

/** What others have probably checked already of what the card says now. */
function CheckedBefore() {
  const words = useCard((card) => card.statement);
  const claimant = useCard((card) => card.claimant);
  return <PrecedentHint words={words} claimant={claimant} />;
}

type TextPartProps = { field: TextField; label: string; language: string; placeholder: string };

const TextPart = memo(function TextPart({ field, label, language, placeholder }: TextPartProps) {
  const { canEdit } = useCardContext();
  const { refusal, fits } = useRoom(ROOM.text);
  return (
    <CardField place={field} label={label} isReadOnly={!canEdit} error={refusal} className={`card-${field}`}>
      {({ id, describedBy }) => (
        <LiveText
          field={field}
          id={id}
          describedBy={describedBy}
          language={language}
          placeholder={placeholder}
          fits={fits}
        />
      )}
    </CardField>
  );
});
