import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { act, load } from "#app/http/act.ts";
import { parseForm } from "#app/http/form.ts";
import { safeReturn } from "#app/http/member.ts";
import { readForm } from "#app/http/read-form.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { Door } from "#app/shell/door.tsx";
import { Button } from "#app/ui/button.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";
import { asMessage } from "#domain/words/refusal.ts";

export const handle = { bare: true };
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "doors", "sign_in_page");

const schema = z.object({
  email: z.string(asMessage("people", "write_email")),
  password: z.string(asMessage("people", "write_password")),
});

export function loader({ context, request }: LoaderFunctionArgs) {
  const to = safeReturn(new URL(request.url).searchParams.get("to"));
  if (context.member) throw redirect(to);
  return { to, desk: context.services.desk.read() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await load(context, () => readForm(request));
  const answer = await act(context, async () => {
    const userAgent = request.headers.get("User-Agent") ?? "";
    const { sessionId } = await context.services.sessions.signIn({
      ...parseForm(form, schema),
      network: context.network,
      userAgent,
    });
    throw redirect(safeReturn(String(form.get("to") ?? "")), {
      headers: { "Set-Cookie": context.setSession(sessionId) },
    });
  });
  // Without JavaScript the page is a new one, so what was typed comes back with it.
  return data({ ...answer.data, email: String(form.get("email") ?? "") }, answer.init ?? {});
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function SignIn() {
  const say = useWords("doors");
  const { to, desk } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isSending = useIsSending();
  if (!desk.isSetUp) return <NotSetUp />;
  return (
    <Door title={say("sign_in")} lede={<span dir="auto">{desk.name}</span>}>
      <Form method="post" className="door-form" replace>
        <Refusal of={answer} />
        <input type="hidden" name="to" value={to} />
        <TextField
          label={say("email")}
          name="email"
          type="email"
          dir="ltr"
          autoComplete="username"
          defaultValue={answer?.email}
          required
          spellCheck={false}
        />
        <PasswordField label={say("password")} name="password" autoComplete="current-password" />
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {say(isSending ? "signing_in" : "sign_in")}
        </Button>
      </Form>
      <p className="door-note">{say("no_account")}</p>
    </Door>
  );
}

function NotSetUp() {
  const say = useWords("doors");
  return <Door title={say("not_set_up")} lede={say("not_set_up_advice")} />;
}
