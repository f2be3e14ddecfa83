import "#app/corrections/corrections.css";
import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { useCase } from "#app/case/use-case.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Page } from "#app/ui/page.tsx";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { TextArea } from "#app/ui/text-field.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";
import { CORRECTION_KINDS, type CorrectionKind } from "#domain/corrections.ts";
import { LIMITS } from "#domain/limits.ts";
import type { CorrectionForm } from "#server/services/correction-views.ts";

type Answer = Parameters<typeof Refusal>[0]["of"];

/** What is put on the record before a released claim is changed, or instead of it. */
export function CorrectPage({ form, answer }: { form: CorrectionForm; answer: Answer }) {
  const say = useWords("corrections");
  const { reference, releasedIn, statement, language, status } = form;
  return (
    <Page
      part
      title={say("form_title", { reference })}
      lede={releasedIn !== null && say("form_lede", { reference, number: releasedIn })}
    >
      <div className="correct">
        <article className="correct-claim" aria-label={reference}>
          <p className="correct-claim-head">
            <span className="ref" dir="ltr">
              {reference}
            </span>
            <StatusWord status={status} />
          </p>
          <p className="statement correct-statement" dir="auto" lang={language || undefined}>
            {statement}
          </p>
        </article>
        <Fields form={form} answer={answer} />
      </div>
    </Page>
  );
}

function Fields({ form, answer }: { form: CorrectionForm; answer: Answer }) {
  const say = useWords("corrections");
  const sayIt = useSaying("corrections");
  const { parent } = useCase();
  const { number, version, releasedIn, isChanged, whyNot } = form;
  const first = CORRECTION_KINDS.find((one) => whyNot[one] === null);
  const [kind, setKind] = useState<CorrectionKind | null>(null);
  const isSending = useNavigation().state !== "idle";
  const errors = fieldErrors(answer);
  const back = `/cases/${parent.number}/claims/${number}`;
  if (first === undefined || releasedIn === null)
    return (
      <>
        <p className="refusal">{sayIt(whyNot.correction ?? { room: "corrections", id: "never_released" })}</p>
        <ButtonLink to={back}>{say("cancel")}</ButtonLink>
      </>
    );
  return (
    <Form method="post" className="correct-form">
      <OnceKey />
      <input type="hidden" name="releasedBefore" value={releasedIn} />
      <input type="hidden" name="version" value={version} />
      <fieldset className="correct-kinds">
        <legend className="field-label">{say("kind_label")}</legend>
        {CORRECTION_KINDS.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="kind"
            value={one}
            required
            disabled={whyNot[one] !== null}
            checked={kind === one}
            onChange={() => setKind(one)}
            label={say(`kind_${one}`)}
            hint={say(`kind_${one}_hint`, { count: form.confirmers })}
          />
        ))}
      </fieldset>
      {isChanged && <p className="correct-changed">{say("changed_already", { number: releasedIn })}</p>}
      <TextArea
        label={say("what_label")}
        hint={say("what_hint")}
        name="what"
        rows={2}
        required
        dir="auto"
        maxLength={LIMITS.reason}
        error={errors.what}
      />
      <TextArea
        label={say("why_label")}
        hint={say("why_hint")}
        name="why"
        rows={3}
        required
        dir="auto"
        maxLength={LIMITS.reason}
        error={errors.why}
      />
      <Refusal of={answer} fields={["what", "why"]} />
      <div className="actions">
        <Button kind="primary" type="submit" disabled={isSending}>
          {isSending ? say("recording") : say("record")}
        </Button>
        <ButtonLink kind="plain" to={back}>
          {say("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
