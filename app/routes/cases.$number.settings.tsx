import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { z } from "zod";
import { stayWhenUnreachable as shouldRevalidate } from "#app/article/revalidation.ts";
import { caseChoices } from "#app/cases/case-choices.ts";
import { CaseFacts } from "#app/cases/case-facts.tsx";
import { CaseFields } from "#app/cases/case-fields.tsx";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Page } from "#app/ui/page.tsx";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";

export const clientLoader = keepPage();

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Settings of case ${data?.found.number ?? ""} · Assay` },
];

export function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  const { cases, members, scales } = context.services;
  return load(() => ({
    found: cases.open(actor, numberFrom(params.number)),
    scales: scales.list(),
    colleagues: members.colleagues(actor),
  }));
}

const settings = caseChoices.extend({ version: z.coerce.number().int() });

export function action(call: ActionFunctionArgs) {
  const { context, params } = call;
  return memberAction(call, settings, (actor, choices) => {
    context.services.cases.configure(actor, numberFrom(params.number), choices);
    return { saved: choices.once };
  });
}

export { shouldRevalidate };

export default function CaseSettings() {
  const { found, scales, colleagues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isSending = useIsSending();
  const saved = answer?.ok ? answer.saved : null;
  useEffect(() => {
    if (saved) toast("The settings of the case are changed.");
  }, [saved]);
  if (!found.can.configure) return <CaseFacts found={found} />;
  const chosen = { ...found, scaleId: found.scale?.id ?? null };
  return (
    <Page part title="Settings">
      <Form method="post" className="case-form" key={found.version}>
        <OnceKey />
        <input type="hidden" name="version" value={found.version} />
        <Refusal of={answer} fields={["title", "scaleId", "quorum"]} />
        <CaseFields chosen={chosen} scales={scales} colleagues={colleagues} errors={fieldErrors(answer)} />
        <Button className="case-save" type="submit" kind="primary" aria-disabled={isSending}>
          {isSending ? "Changing…" : "Change the settings"}
        </Button>
      </Form>
    </Page>
  );
}
