import "#app/notifications/digest.css";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { DigestCase } from "#app/notifications/digest-case.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

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

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "digest", "page");

export default function Digest() {
  const { at, cases } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const say = useWords("digest");
  if (cases.length === 0) return <Empty title={say("nothing")}>{say("nothing_hint")}</Empty>;
  return (
    <div className="digest">
      <Form method="post" className="digest-act">
        <p className="quiet">{say("lede")}</p>
        <input type="hidden" name="upTo" value={at} />
        <Button type="submit">{say("seen")}</Button>
        <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
      </Form>
      {cases.map((one) => (
        <DigestCase key={one.caseNumber} told={one} />
      ))}
    </div>
  );
}
