import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ConnectionLine } from "#app/case/connection-line.tsx";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { NoNotifications } from "#app/notifications/no-notifications.tsx";
import { NoticeList } from "#app/notifications/notice-list.tsx";
import { changeNotifications } from "#app/notifications/notification-action.ts";
import { useFreshWork } from "#app/work/use-fresh-work.ts";
import { notFound } from "#domain/errors.ts";
import { NOTIFICATION_LISTS } from "#domain/notices.ts";

const listIn = z.enum(NOTIFICATION_LISTS).default("open");

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () => {
    const list = listIn.safeParse(params.list);
    if (!list.success) throw notFound("list");
    return { list: list.data, groups: context.services.notifications.list(member, list.data) };
  });
}

export const clientLoader = keepPage();

export const action = (call: ActionFunctionArgs) => changeNotifications(call);
export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function ListOfNotifications() {
  const { list, groups } = useLoaderData<typeof loader>();
  const isSignedOut = useFreshWork();
  return (
    <>
      <ConnectionLine connection="open" isSignedOut={isSignedOut} />
      {groups.length === 0 ? <NoNotifications list={list} /> : <NoticeList key={list} list={list} groups={groups} />}
    </>
  );
}
