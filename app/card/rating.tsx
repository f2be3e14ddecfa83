import { memo } from "react";
import { useCard, useCardContext, useEditing } from "#app/card/card-context.ts";
import { PlaceFrame, WhoIsHere } from "#app/card/card-field.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords } from "#app/words/speech.tsx";
import { setField } from "#domain/card-edit.ts";
import { ratingGiven, type Scale } from "#domain/scales.ts";

/** The label on the case's scale. A case without a scale has a verdict sentence and no label. */
export const RatingChoice = memo(function RatingChoice({ scale }: { scale: Scale | null }) {
  const say = useWords("card");
  const ratingId = useCard((card) => card.ratingId);
  const scaleId = useCard((card) => card.scaleId);
  const { canEdit } = useCardContext();
  const editing = useEditing();
  if (!scale) return <p className="quiet">{say("rating_unlabelled")}</p>;
  const chosen = ratingGiven(scale, { scaleId, ratingId });
  if (!canEdit) return <VerdictMark mark={chosen?.mark ?? "none"} label={chosen?.label ?? null} />;
  const choose = (id: string) =>
    editing?.pick((doc) => {
      setField(doc, "scaleId", id === "" ? "" : scale.id);
      setField(doc, "ratingId", id);
    });
  return (
    <PlaceFrame place="fields/ratingId" className="rating">
      <fieldset disabled={!editing}>
        <legend className="card-field-head">
          <span className="field-label">{say("rating")}</span> <span className="meta">{scale.name}</span>{" "}
          <WhoIsHere place="fields/ratingId" />
        </legend>
        <div className="rating-choices">
          {[...scale.ratings, null].map((one) => (
            <label key={one?.id ?? "none"} className="rating-choice">
              <input
                type="radio"
                name="rating"
                value={one?.id ?? ""}
                checked={(chosen?.id ?? "") === (one?.id ?? "")}
                onChange={() => choose(one?.id ?? "")}
              />
              <VerdictMark mark={one?.mark ?? "none"} label={one?.label ?? say("rating_none")} />
            </label>
          ))}
        </div>
      </fieldset>
      <p className="field-hint">{chosen ? <bdi>{chosen.definition}</bdi> : say("rating_choose")}</p>
      {scaleId !== "" && scaleId !== scale.id && ratingId !== "" && (
        <p className="field-hint">{say("rating_elsewhere", { scale: scaleId })}</p>
      )}
    </PlaceFrame>
  );
});
