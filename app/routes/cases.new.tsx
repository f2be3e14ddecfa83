import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { caseChoices } from "#app/cases/case-choices.ts";
import { CaseFields } from "#app/cases/case-fields.tsx";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Page } from "#app/ui/page.tsx";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "cases", "new_page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  const { members, scales } = context.services;
  return load(context, () => ({ me: actor.id, scales: scales.list(), colleagues: members.colleagues(actor) }));
}

export function action(call: ActionFunctionArgs) {
  return memberAction(call, caseChoices, (actor, choices) => {
    const { number } = call.context.services.cases.create(actor, choices);
    throw redirect(`/cases/${number}`);
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function NewCase() {
  const say = useWords("cases");
  const { me, scales, colleagues } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isSending = useIsSending();
  const chosen = { title: "", scaleId: scales[0]?.id ?? null, quorum: 1, restricted: false, memberIds: [me] };
  return (
    <Page title={say("new_case")} lede={say("new_lede")}>
      <Form method="post" className="case-form">
        <OnceKey />
        <Refusal of={answer} fields={["title", "scaleId", "quorum"]} />
        <CaseFields chosen={chosen} scales={scales} colleagues={colleagues} errors={fieldErrors(answer)} />
        <div className="actions">
          <Button type="submit" kind="primary" aria-disabled={isSending}>
            {say(isSending ? "making" : "make")}
          </Button>
          <ButtonLink kind="plain" to="/cases">
            {say("cancel")}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
