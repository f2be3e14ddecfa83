import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { CaseList } from "#app/cases/case-list.tsx";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";
import { can } from "#domain/roles.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "cases", "page");

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  return load(context, () => ({ cases: context.services.cases.list(actor), mayCreate: can(actor, "case.create") }));
}

export default function Cases() {
  const say = useWords("cases");
  const { cases, mayCreate } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  useKeys(say("keys"), mayCreate ? [{ key: "n", does: say("new_case"), run: () => navigate("/cases/new") }] : []);
  const newCase = mayCreate && (
    <ButtonLink kind="primary" to="/cases/new">
      {say("new_case")}
    </ButtonLink>
  );
  return (
    <Page title={say("title")} actions={cases.length > 0 && newCase}>
      {cases.length > 0 ? (
        <CaseList cases={cases} />
      ) : (
        <Empty title={say("no_cases")} action={newCase}>
          {say(mayCreate ? "make_first" : "wait_for_first")}
        </Empty>
      )}
    </Page>
  );
}
