import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { act } from "#app/http/act.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { Door } from "#app/shell/door.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { ROLE_HINTS, ROLE_WORDS } from "#app/ui/role-words.ts";

export const handle = { bare: true };
export const meta: MetaFunction = () => [{ title: "Welcome · Assay" }];

export function loader({ context, params }: LoaderFunctionArgs) {
  const member = context.services.sessions.welcome(params.token ?? "");
  if (member) return { member, desk: context.services.desk.read().name };
  throw data(
    { message: "This sign-in link is not valid. The demo prints new ones every time it starts." },
    { status: 404 },
  );
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
  const { member, desk } = useLoaderData<typeof loader>();
  const first = member.name.split(" ")[0];
  return (
    <Door title={desk} lede="A demo on this computer. What you do in it is thrown away when it stops.">
      <Form method="post" className="door-form">
        <Refusal of={useActionData<typeof action>()} />
        <p className="person">
          <Avatar name={member.name} colour={member.colour} decorative />
          <span className="person-words">
            <strong>{member.name}</strong>
            <span className="meta">
              {ROLE_WORDS[member.role]}. {ROLE_HINTS[member.role]}
            </span>
          </span>
        </p>
        <Button type="submit" kind="primary">
          Continue as {first}
        </Button>
      </Form>
      <p className="door-note">To see two people on one card, open another member's link in a private window.</p>
    </Door>
  );
}
