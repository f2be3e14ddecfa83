import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { memberAction } from "#app/http/member-action.ts";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { InviteForm } from "#app/members/invite-form.tsx";
import { InviteList } from "#app/members/invite-list.tsx";
import { MemberList } from "#app/members/member-list.tsx";
import { memberRequest } from "#app/members/member-request.ts";
import { Page } from "#app/ui/page.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";
import { can, ROLES } from "#domain/roles.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "members", "page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  const { invites, members } = context.services;
  return load(context, () => ({
    me: actor.id,
    mayManage: can(actor, "member.manage"),
    // Nobody invites above their own role.
    roles: ROLES.slice(0, ROLES.indexOf(actor.role) + 1),
    members: members.list(actor),
    invites: invites
      .list(actor)
      .filter((one) => one.usedAt === null && one.revokedAt === null && one.expiresAt > Date.now()),
  }));
}

export function action(call: ActionFunctionArgs) {
  const { bylines, invites, members } = call.context.services;
  return memberAction(call, memberRequest, (actor, asked) => {
    if (asked.intent === "invite") return { invite: { ...invites.make(actor, asked), role: asked.role } };
    if (asked.intent === "revoke") invites.revoke(actor, asked.inviteId, asked);
    if (asked.intent === "role") members.setRole(actor, asked.memberId, asked);
    if (asked.intent === "byline") bylines.setFor(actor, asked.memberId, asked);
    if (asked.intent === "deactivate") members.deactivate(actor, asked.memberId, asked);
    return {};
  });
}

export const clientAction = keepForm();
export const shouldRevalidate = stayWhenUnreachable;

export default function Members() {
  const say = useWords("members");
  const { me, mayManage, members, invites, roles } = useLoaderData<typeof loader>();
  const sayOfPages = useWords("publishing");
  return (
    <Page
      title={say("title")}
      lede={say("lede")}
      actions={mayManage && <Link to="/public-pages">{sayOfPages("page")}</Link>}
    >
      <div className="members-page">
        <MemberList me={me} members={members} mayManage={mayManage} />
        <section className="panel invite-panel" aria-labelledby="invite">
          <h2 id="invite">{say("invite")}</h2>
          <InviteForm roles={roles} />
          <InviteList invites={invites} />
        </section>
      </div>
    </Page>
  );
}
