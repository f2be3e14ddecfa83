import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import "#app/notifications/notifications.css";
import { Outlet } from "@remix-run/react";
import { memberOf } from "#app/http/member.ts";
import { stayWhenUnreachable } from "#app/live/keep-form.ts";
import { Page } from "#app/ui/page.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";

export function loader({ context, request }: LoaderFunctionArgs) {
  memberOf(context, request);
  return null;
}

export const shouldRevalidate = stayWhenUnreachable;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "notifications", "page");

export default function Notifications() {
  const say = useWords("notifications");
  return (
    <Page title={say("notifications")}>
      <div className="notifications">
        <Tabs
          label={say("lists")}
          tabs={[
            { to: "/notifications", words: say("list_open"), end: true },
            { to: "/notifications/snoozed", words: say("list_snoozed") },
            { to: "/notifications/done", words: say("list_done") },
            { to: "/notifications/digest", words: say("list_digest") },
            { to: "/notifications/settings", words: say("list_settings") },
          ]}
        />
        <Outlet />
      </div>
    </Page>
  );
}
