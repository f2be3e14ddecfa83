import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { act } from "#app/http/act.ts";
import { formOf } from "#app/http/form.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { Account } from "#app/members/account.tsx";
import { accountFields } from "#app/members/account-fields.ts";
import { Door } from "#app/shell/door.tsx";
import { Button } from "#app/ui/button.tsx";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";
import { ROLE_HINTS, ROLE_WORDS } from "#app/ui/role-words.ts";
import { useIsSending } from "#app/ui/use-is-sending.ts";

export const handle = { bare: true };
export const meta: MetaFunction = () => [{ title: "Join · Assay" }];

/** Only looks: link scanners open addresses too, and must not use the invitation up. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const invite = context.services.invites.read(params.token ?? "");
  if (invite) return invite;
  throw data(
    { message: "This invitation was used, taken back or is older than 72 hours. Ask for a new one." },
    { status: 410 },
  );
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
  const { deskName, invitedBy, role } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isSending = useIsSending();
  return (
    <Door
      title={`Join ${deskName}`}
      lede={`${invitedBy} invites you as ${ROLE_WORDS[role].toLowerCase()}. ${ROLE_HINTS[role]}`}
    >
      <Form method="post" className="door-form" replace>
        <Refusal of={answer} fields={["name", "email", "password"]} />
        <Account errors={fieldErrors(answer)} />
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {isSending ? "Joining…" : "Join"}
        </Button>
      </Form>
    </Door>
  );
}
