import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { act, load } from "#app/http/act.ts";
import { formOf } from "#app/http/form.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { accountFields } from "#app/members/account-fields.ts";
import { Door } from "#app/shell/door.tsx";
import { Button } from "#app/ui/button.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";
import { refusal } from "#domain/words/refusal.ts";

export const handle = { bare: true };
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "doors", "password_page");

const schema = z.object({ password: accountFields.password });

/** Only looks: link scanners open addresses too, and must not use the link up. */
export function loader({ context, params }: LoaderFunctionArgs) {
  return load(context, () => {
    const found = context.services.passwords.read(params.token ?? "");
    if (!found) throw refusal("gone", "people", "used_password_link");
    return found;
  });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return act(context, async () => {
    const { password } = await formOf(request, schema);
    await context.services.passwords.choose(params.token ?? "", password);
    throw redirect("/sign-in");
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function ChoosePassword() {
  const say = useWords("doors");
  const { desk } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isSending = useIsSending();
  const { min } = LIMITS.password;
  return (
    <Door
      title={say("choose_password")}
      lede={<Words room="doors" id="choose_password_lede" values={{ desk: <bdi>{desk}</bdi> }} />}
    >
      <Form method="post" className="door-form" replace>
        <Refusal of={answer} fields={["password"]} />
        <PasswordField
          label={say("new_password")}
          hint={say("new_password_hint", { min })}
          name="password"
          autoComplete="new-password"
          minLength={min}
          error={fieldErrors(answer).password}
        />
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {say(isSending ? "keeping_password" : "keep_password")}
        </Button>
      </Form>
    </Door>
  );
}
