import "#app/notifications/settings.css";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { useAnswer } from "#app/live/use-answer.ts";
import { DigestChoice } from "#app/notifications/digest-choice.tsx";
import { MutedCases } from "#app/notifications/muted-cases.tsx";
import { useSaidSaved } from "#app/notifications/use-said-saved.ts";
import { WayChoice } from "#app/notifications/way-choice.tsx";
import { Button } from "#app/ui/button.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { useIsSending } from "#app/ui/use-is-sending.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";
import { NOTICE_REASONS, NOTICE_WAYS, type NoticeReason } from "#domain/notices.ts";
import { asMessage } from "#domain/words/refusal.ts";
import type { Say } from "#domain/words/say.ts";

const way = z.enum(NOTICE_WAYS, asMessage("ways", "choose_ways"));
const waysShape = Object.fromEntries(NOTICE_REASONS.map((reason) => [`way.${reason}`, way]));
const hour = z.union([z.literal("").transform(() => null), z.coerce.number().int().min(0).max(23)]);
const form = z.object({ ...waysShape, digestHour: hour, timeZone: z.string().max(100) });

export function loader({ context, request }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { notificationSettings, notifications } = context.services;
  return load(context, () => ({ settings: notificationSettings.read(member), muted: notifications.muted(member) }));
}

export const action = (call: ActionFunctionArgs) =>
  memberAction(call, form, (member, { digestHour, timeZone, ...given }) => {
    const chosen = given as Record<`way.${NoticeReason}`, z.infer<typeof way>>;
    const ways = Object.fromEntries(NOTICE_REASONS.map((reason) => [reason, chosen[`way.${reason}`]]));
    const { notificationSettings } = call.context.services;
    notificationSettings.choose(member, {
      ways: ways as Record<NoticeReason, z.infer<typeof way>>,
      digestHour,
      timeZone,
    });
    return { saved: true };
  });
export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ways", "page");

export default function NotificationSettings() {
  const { settings, muted } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const say = useWords("ways");
  const isSending = useIsSending();
  useSaidSaved(answer);
  return (
    <div className="notice-settings">
      <Form method="post" className="stack">
        <div className="stack">
          <h2>{say("title")}</h2>
          <p className="quiet">{mailWords(say, settings)}</p>
        </div>
        <div className="way-list">
          {NOTICE_REASONS.map((reason) => (
            <WayChoice key={reason} reason={reason} way={settings.ways[reason]} />
          ))}
        </div>
        <DigestChoice hour={settings.digestHour} timeZone={settings.timeZone} />
        <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
        <p className="actions">
          <Button kind="primary" type="submit" disabled={isSending}>
            {say("save")}
          </Button>
        </p>
      </Form>
      <MutedCases muted={muted} />
    </div>
  );
}

type MailFacts = { sendsMail: boolean; email: string };

function mailWords(say: Say<"ways">, { sendsMail, email }: MailFacts): string {
  return sendsMail ? say("mail_goes", { email }) : say("no_mail");
}
