import type * as Y from "yjs";
import { useCard, useEditing } from "#app/card/card-context.ts";
import { PickInput } from "#app/card/pick-input.tsx";
import { StringInput } from "#app/card/string-input.tsx";
import { Button } from "#app/ui/button.tsx";
import { ASSERTION_MODES, type AssertionMode, PRECISIONS, type Precision } from "#domain/card.ts";
import { setField } from "#domain/card-edit.ts";

const MODE_WORDS: Record<AssertionMode, string> = {
  stated: "stated",
  quoted: "quoted in their words",
  paraphrased: "paraphrased",
  estimated: "estimated",
  alleged: "alleged",
  denied: "denied",
};

const PRECISION_WORDS: Record<Precision, string> = {
  as_said: "as said",
  time: "to the minute",
  day: "to the day",
  month: "to the month",
  year: "to the year",
};

const confirm = (doc: Y.Doc) => setField(doc, "claimantGuessed", false);

/** Who asserts it, through whom it reached the article, and how. */
export function WhoSaidIt() {
  const mode = useCard((card) => card.mode) ?? "";
  return (
    <section className="card-part" id="who" aria-labelledby="who-title">
      <h3 id="who-title">Who says so</h3>
      <div className="card-grid">
        <div className="card-claimant">
          <StringInput field="claimant" label="Claimant" placeholder="e.g. Interior ministry" onWrite={confirm} />
          <Guessed />
        </div>
        <PickInput<AssertionMode>
          place="fields/mode"
          label="How it is asserted"
          value={mode}
          options={[
            { value: "", words: "not chosen" },
            ...ASSERTION_MODES.map((value) => ({ value, words: MODE_WORDS[value] })),
          ]}
          onPick={(connection, value) => connection.pick((doc) => setField(doc, "mode", value === "" ? null : value))}
        />
      </div>
      <div className="card-grid card-chain">
        <StringInput field="outlet" label="Outlet" placeholder="e.g. State radio" />
        <StringInput field="speaker" label="Speaker" placeholder="e.g. a spokesperson" />
        <StringInput field="organisation" label="Organisation" />
      </div>
    </section>
  );
}

/** A claimant taken from the sentence stays marked until somebody has said that it is right. */
function Guessed() {
  const guessed = useCard((card) => card.claimantGuessed && card.claimant !== "");
  const editing = useEditing();
  if (!guessed) return null;
  return (
    <p className="guessed" data-place="fields/claimantGuessed">
      <span>Guessed from the sentence.</span>
      {editing && <Button onClick={() => editing.pick(confirm)}>Confirm claimant</Button>}
    </p>
  );
}

/** When and where it was said; "Monday" stays "Monday" until somebody knows better. */
export function WhenAndWhere() {
  const precision = useCard((card) => card.saidWhenPrecision);
  return (
    <section className="card-part" aria-labelledby="when-title">
      <h3 id="when-title">When and where</h3>
      <div className="card-grid">
        <StringInput field="saidWhen" label="Said when" placeholder="e.g. Monday" />
        <PickInput<Precision>
          place="fields/saidWhenPrecision"
          label="How exactly"
          value={precision}
          options={PRECISIONS.map((value) => ({ value, words: PRECISION_WORDS[value] }))}
          onPick={(connection, value) => value && connection.pick((doc) => setField(doc, "saidWhenPrecision", value))}
        />
        <StringInput field="saidWhere" label="Said where" placeholder="e.g. on state radio" />
      </div>
    </section>
  );
}
