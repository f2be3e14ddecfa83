import { memo } from "react";
import { useCard, useCardContext, useEditing } from "#app/card/card-context.ts";
import { PlaceFrame, WhoIsHere } from "#app/card/card-field.tsx";
import { PickInput } from "#app/card/pick-input.tsx";
import { ReadField, StringInput } from "#app/card/string-input.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import { setField } from "#domain/card-edit.ts";
import { MEDIA_FINDINGS, MEDIA_KINDS, type MediaFinding, type MediaKind } from "#domain/media.ts";

/** The picture, video or recording that a claim is about; of all other claims one line. */
export const AboutMedia = memo(function AboutMedia() {
  const say = useWords("media");
  const kind = useCard((card) => card.media?.kind ?? "");
  return (
    <section className="card-part" id="media" aria-labelledby="media-title">
      <h3 id="media-title">{say("title")}</h3>
      <div className="media-about">
        <PickInput<MediaKind>
          place="fields/mediaKind"
          label={say("about")}
          value={kind}
          options={[
            { value: "", words: say("about_none") },
            ...MEDIA_KINDS.map((value) => ({ value, words: say(`about_${value}`) })),
          ]}
          onPick={(connection, value) => connection.pick((doc) => setField(doc, "mediaKind", value || null))}
        />
      </div>
      {kind && (
        <>
          <Findings />
          <div className="card-grid">
            <StringInput field="mediaOriginal" label={say("original_link")} placeholder="https://" />
            <StringInput field="mediaContext" label={say("context")} placeholder={say("context_example")} />
          </div>
        </>
      )}
    </section>
  );
});

const PLACE = "fields/mediaFindings";

function Findings() {
  const say = useWords("media");
  const list = useList();
  const findings = useCard((card) => card.media?.findings ?? []);
  const { canEdit } = useCardContext();
  const editing = useEditing();
  if (!canEdit) return <ReadField label={say("findings")} value={list(findings.map((one) => say(one)))} />;
  const toggle = (finding: MediaFinding, isFound: boolean) =>
    editing?.pick((doc) =>
      setField(
        doc,
        "mediaFindings",
        MEDIA_FINDINGS.filter((one) => (one === finding ? isFound : findings.includes(one))),
      ),
    );
  return (
    <PlaceFrame place={PLACE} className="media-findings">
      <fieldset disabled={!editing}>
        <legend className="card-field-head">
          <span className="field-label">{say("findings")}</span> <WhoIsHere place={PLACE} />
        </legend>
        <div className="media-choices">
          {MEDIA_FINDINGS.map((one) => (
            <Choice
              key={one}
              label={say(one)}
              checked={findings.includes(one)}
              onChange={(event) => toggle(one, event.target.checked)}
            />
          ))}
        </div>
      </fieldset>
    </PlaceFrame>
  );
}
