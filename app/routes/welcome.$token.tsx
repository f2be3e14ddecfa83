import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { act, load } from "#app/http/act.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { Door } from "#app/shell/door.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { useRoleWords } from "#app/ui/use-role-words.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";
import { refusal } from "#domain/words/refusal.ts";

export const handle = { bare: true };
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "doors", "welcome_page");

export function loader({ context, params }: LoaderFunctionArgs) {
  const { desk, sessions } = context.services;
  return load(context, () => {
    const member = sessions.welcome(params.token ?? "");
    if (!member) throw refusal("not_found", "people", "invalid_sign_in_link");
    return { member, desk: desk.read().name };
  });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return act(context, () => {
    const { sessionId } = context.services.sessions.useWelcome(
      params.token ?? "",
      request.headers.get("User-Agent") ?? "",
    );
    throw redirect("/cases", { headers: { "Set-Cookie": context.setSession(sessionId) } });
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function Welcome() {
  const say = useWords("doors");
  const { word, hint } = useRoleWords();
  const { member, desk } = useLoaderData<typeof loader>();
  const name = member.name.split(" ")[0] ?? member.name;
  return (
    <Door title={desk} lede={say("welcome_lede")}>
      <Form method="post" className="door-form">
        <Refusal of={useAnswer<typeof action>()} />
        <p className="person">
          <Avatar name={member.name} colour={member.colour} decorative />
          <span className="person-words">
            <strong>{member.name}</strong>
            <span className="meta">{say("welcome_role", { role: word(member.role), hint: hint(member.role) })}</span>
          </span>
        </p>
        <Button type="submit" kind="primary">
          {say("continue_as", { name })}
        </Button>
      </Form>
      <p className="door-note">{say("two_people")}</p>
    </Door>
  );
}
