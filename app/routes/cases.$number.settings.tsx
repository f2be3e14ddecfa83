import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { caseChoices } from "#app/cases/case-choices.ts";
import { CaseFacts } from "#app/cases/case-facts.tsx";
import { type Saved, SettingsForm } from "#app/cases/settings-form.tsx";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { Page } from "#app/ui/page.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export const clientLoader = keepPage();

export const meta: MetaFunction<typeof loader> = ({ matches, params }) =>
  pageTitle(matches, "case", "settings_page", { number: params.number ?? "" });

export function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  const { cases, members, scales } = context.services;
  return load(context, () => {
    const number = numberFrom(params.number);
    return {
      found: cases.open(actor, number),
      lastChangedBy: cases.lastChangedBy(actor, number),
      scales: scales.list(),
      colleagues: members.colleagues(actor),
    };
  });
}

const settings = caseChoices.extend({ version: z.coerce.number().int() });

export function action(call: ActionFunctionArgs) {
  const { context, params } = call;
  return memberAction(call, settings, (actor, choices) => {
    context.services.cases.configure(actor, numberFrom(params.number), choices);
    const saved: Saved = { once: choices.once, version: choices.version + 1 };
    return { saved };
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function CaseSettings() {
  const say = useWords("case");
  const { found, lastChangedBy, scales, colleagues } = useLoaderData<typeof loader>();
  if (!found.can.configure) return <CaseFacts found={found} />;
  return (
    <Page part title={say("settings")}>
      <SettingsForm
        key={found.id}
        found={found}
        lastChangedBy={lastChangedBy}
        scales={scales}
        colleagues={colleagues}
      />
    </Page>
  );
}
