import "#app/notifications/digest.css";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { DigestCase } from "#app/notifications/digest-case.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Refusal } from "#app/ui/refusal.tsx";

export function loader({ context, request }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () => context.services.digest.read(member));
}

export const action = (call: ActionFunctionArgs) =>
  memberAction(call, z.object({ upTo: z.coerce.number().int() }), (member, { upTo }) => {
    call.context.services.digest.setSeen(member, upTo);
    return { seen: true };
  });
export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction = () => [{ title: "Since you last looked · Assay" }];

export default function Digest() {
  const { at, cases } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (cases.length === 0)
    return (
      <Empty title="No news since you last looked">
        What others do on the cases that you work on or have opened is told here, until you open the case.
      </Empty>
    );
  return (
    <div className="digest">
      <Form method="post" className="digest-act">
        <p className="quiet">What others did on the cases that you work on or have opened, until you open the case.</p>
        <input type="hidden" name="upTo" value={at} />
        <Button type="submit">I have seen all of this</Button>
        <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
      </Form>
      {cases.map((one) => (
        <DigestCase key={one.caseNumber} told={one} />
      ))}
    </div>
  );
}
