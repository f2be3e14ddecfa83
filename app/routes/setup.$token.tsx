import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { act, load } from "#app/http/act.ts";
import { formOf } from "#app/http/form.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { Account } from "#app/members/account.tsx";
import { accountFields } from "#app/members/account-fields.ts";
import { Door } from "#app/shell/door.tsx";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";
import { asMessage, refusal } from "#domain/words/refusal.ts";

export const handle = { bare: true };
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "doors", "set_up_page");

const NAME_DESK = asMessage("people", "name_desk");

const schema = z.object({
  ...accountFields,
  deskName: z.string(NAME_DESK).trim().min(1, NAME_DESK).max(LIMITS.name, asMessage("people", "shorter_desk")),
  sample: z.literal("on").optional(),
});

export function loader({ context, params }: LoaderFunctionArgs) {
  const { desk } = context.services;
  return load(context, () => {
    if (desk.isSetupToken(params.token ?? "")) return null;
    if (desk.read().isSetUp) throw redirect("/sign-in");
    throw refusal("not_found", "people", "old_setup_link");
  });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return act(context, async () => {
    const { sample, ...given } = await formOf(request, schema);
    const { desk, sample: samples, sessions } = context.services;
    const { member } = await desk.setUp(params.token ?? "", given);
    if (sample) samples.make(member);
    const { sessionId } = sessions.begin(member.id, request.headers.get("User-Agent") ?? "");
    throw redirect("/cases", { headers: { "Set-Cookie": context.setSession(sessionId) } });
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function SetUp() {
  const say = useWords("doors");
  const answer = useAnswer<typeof action>();
  const isSending = useIsSending();
  const errors = fieldErrors(answer);
  return (
    <Door title={say("set_up")} lede={say("set_up_lede")}>
      <Form method="post" className="door-form" replace>
        <Refusal of={answer} fields={["deskName", "name", "email", "password"]} />
        <TextField
          label={say("desk_name")}
          hint={say("desk_name_hint")}
          name="deskName"
          required
          maxLength={LIMITS.name}
          autoComplete="organization"
          error={errors.deskName}
        />
        <Account errors={errors} />
        <Choice name="sample" defaultChecked label={say("sample")} hint={say("sample_hint")} />
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {say(isSending ? "setting_up" : "set_up_now")}
        </Button>
      </Form>
    </Door>
  );
}
