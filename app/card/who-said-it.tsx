import { memo } from "react";
import type * as Y from "yjs";
import { useCard, useEditing } from "#app/card/card-context.ts";
import { PickInput } from "#app/card/pick-input.tsx";
import { StringInput } from "#app/card/string-input.tsx";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";
import { ASSERTION_MODES, type AssertionMode, PRECISIONS, type Precision } from "#domain/card.ts";
import { setField } from "#domain/card-edit.ts";

const confirm = (doc: Y.Doc) => setField(doc, "claimantGuessed", false);

/** Who asserts it, through whom it reached the article, and how. */
export const WhoSaidIt = memo(function WhoSaidIt() {
  const say = useWords("card");
  const mode = useCard((card) => card.mode) ?? "";
  return (
    <section className="card-part" id="who" aria-labelledby="who-title">
      <h3 id="who-title">{say("who")}</h3>
      <div className="card-grid">
        <div className="card-claimant">
          <StringInput
            field="claimant"
            label={say("claimant")}
            hint={say("claimant_several")}
            placeholder={say("claimant_example")}
            onWrite={confirm}
          />
          <Guessed />
        </div>
        <PickInput<AssertionMode>
          place="fields/mode"
          label={say("mode")}
          value={mode}
          options={[
            { value: "", words: say("mode_none") },
            ...ASSERTION_MODES.map((value) => ({ value, words: say(`mode_${value}`) })),
          ]}
          onPick={(connection, value) => connection.pick((doc) => setField(doc, "mode", value === "" ? null : value))}
        />
      </div>
      <div className="card-grid card-chain">
        <StringInput field="outlet" label={say("outlet")} placeholder={say("outlet_example")} />
        <StringInput field="speaker" label={say("speaker")} placeholder={say("speaker_example")} />
        <StringInput field="organisation" label={say("organisation")} placeholder={say("organisation_example")} />
      </div>
    </section>
  );
});

/** A claimant taken from the sentence stays marked until somebody has said that it is right. */
function Guessed() {
  const say = useWords("card");
  const guessed = useCard((card) => card.claimantGuessed && card.claimant !== "");
  const editing = useEditing();
  if (!guessed) return null;
  return (
    <p className="guessed" data-place="fields/claimantGuessed">
      <span>{say("guessed")}</span>
      {editing && <Button onClick={() => editing.pick(confirm)}>{say("confirm_claimant")}</Button>}
    </p>
  );
}

/** When and where it was said; "Monday" stays "Monday" until somebody knows better. */
export const WhenAndWhere = memo(function WhenAndWhere() {
  const say = useWords("card");
  const precision = useCard((card) => card.saidWhenPrecision);
  return (
    <section className="card-part" aria-labelledby="when-title">
      <h3 id="when-title">{say("when_where")}</h3>
      <div className="card-grid">
        <StringInput field="saidWhen" label={say("said_when")} placeholder={say("said_when_example")} />
        <PickInput<Precision>
          place="fields/saidWhenPrecision"
          label={say("precision")}
          value={precision}
          options={PRECISIONS.map((value) => ({ value, words: say(`precision_${value}`) }))}
          onPick={(connection, value) => value && connection.pick((doc) => setField(doc, "saidWhenPrecision", value))}
        />
        <StringInput field="saidWhere" label={say("said_where")} placeholder={say("said_where_example")} />
      </div>
    </section>
  );
});
