import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { z } from "zod";
import { act } from "#app/http/act.ts";
import { formOf } from "#app/http/form.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { Account } from "#app/members/account.tsx";
import { accountFields } from "#app/members/account-fields.ts";
import { Door } from "#app/shell/door.tsx";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";
import { LIMITS } from "#domain/limits.ts";

export const handle = { bare: true };
export const meta: MetaFunction = () => [{ title: "Set up this desk · Assay" }];

const schema = z.object({
  ...accountFields,
  deskName: z
    .string("Name the desk.")
    .trim()
    .min(1, "Name the desk.")
    .max(LIMITS.name, "Choose a shorter name for the desk."),
  sample: z.literal("on").optional(),
});

export function loader({ context, params }: LoaderFunctionArgs) {
  if (context.services.desk.isSetupToken(params.token ?? "")) return null;
  if (context.services.desk.read().isSetUp) throw redirect("/sign-in");
  throw data(
    { message: "This setup link is not the latest one. The program prints a new link every time it starts." },
    { status: 404 },
  );
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
  const answer = useActionData<typeof action>();
  const isSending = useIsSending();
  const errors = fieldErrors(answer);
  return (
    <Door title="Set up this desk" lede="You will be its first admin. Everything stays on this computer.">
      <Form method="post" className="door-form" replace>
        <Refusal of={answer} fields={["deskName", "name", "email", "password"]} />
        <TextField
          label="Name of the desk"
          hint="Your newsroom or team, as it will stand on reports."
          name="deskName"
          required
          maxLength={LIMITS.name}
          autoComplete="organization"
          error={errors.deskName}
        />
        <Account errors={errors} />
        <Choice
          name="sample"
          defaultChecked
          label="Open the sample case"
          hint="A short made-up article with rival figures, a few claims, and sign-offs to look at."
        />
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          {isSending ? "Setting up…" : "Set up the desk"}
        </Button>
      </Form>
    </Door>
  );
}
