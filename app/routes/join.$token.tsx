import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { act, load } from "#app/http/act.ts";
import { formOf } from "#app/http/form.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { Account } from "#app/members/account.tsx";
import { accountFields } from "#app/members/account-fields.ts";
import { Door } from "#app/shell/door.tsx";
import { Button } from "#app/ui/button.tsx";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";
import { useRoleWords } from "#app/ui/use-role-words.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import { refusal } from "#domain/words/refusal.ts";

export const handle = { bare: true };
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "doors", "join_page");

/** Only looks: link scanners open addresses too, and must not use the invitation up. */
export function loader({ context, params }: LoaderFunctionArgs) {
  return load(context, () => {
    const invite = context.services.invites.read(params.token ?? "");
    if (!invite) throw refusal("gone", "people", "used_invitation");
    return invite;
  });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return act(context, async () => {
    const { invites, sessions } = context.services;
    const { memberId } = await invites.accept(params.token ?? "", await formOf(request, z.object(accountFields)));
    const { sessionId } = sessions.begin(memberId, request.headers.get("User-Agent") ?? "");
    throw redirect("/cases", { headers: { "Set-Cookie": context.setSession(sessionId) } });
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function Join() {
  const say = useWords("doors");
  const { deskName, invitedBy, role } = useLoaderData<typeof loader>();
  const hint = useRoleWords().hint(role);
  const answer = useAnswer<typeof action>();
  const isSending = useIsSending();
  return (
    <Door
      title={say("join_desk", { desk: deskName })}
      lede={<Words room="doors" id={`invited_as_${role}`} values={{ who: <bdi>{invitedBy}</bdi>, hint }} />}
    >
      <Form method="post" className="door-form" replace>
        <Refusal of={answer} fields={["name", "email", "password"]} />
        <Account errors={fieldErrors(answer)} />
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {say(isSending ? "joining" : "join")}
        </Button>
      </Form>
    </Door>
  );
}
