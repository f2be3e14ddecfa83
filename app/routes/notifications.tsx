import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import "#app/notifications/notifications.css";
import { Outlet } from "@remix-run/react";
import { memberOf } from "#app/http/member.ts";
import { stayWhenUnreachable } from "#app/live/keep-form.ts";
import { Page } from "#app/ui/page.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

export function loader({ context, request }: LoaderFunctionArgs) {
  memberOf(context, request);
  return null;
}

export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction = () => [{ title: "Notifications · Assay" }];

export default function Notifications() {
  return (
    <Page title="Notifications">
      <div className="notifications">
        <Tabs
          label="Lists of notifications"
          tabs={[
            { to: "/notifications", words: "Open", end: true },
            { to: "/notifications/snoozed", words: "Snoozed" },
            { to: "/notifications/done", words: "Done" },
            { to: "/notifications/digest", words: "Since you last looked" },
            { to: "/notifications/settings", words: "Settings" },
          ]}
        />
        <Outlet />
      </div>
    </Page>
  );
}
