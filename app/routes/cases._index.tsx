import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { CaseList } from "#app/cases/case-list.tsx";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { can } from "#domain/roles.ts";

export const meta: MetaFunction = () => [{ title: "Cases · Assay" }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = memberOf(context, request);
  return load(context, () => ({ cases: context.services.cases.list(actor), mayCreate: can(actor, "case.create") }));
}

export default function Cases() {
  const { cases, mayCreate } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  useKeys("Cases", mayCreate ? [{ key: "n", does: "New case", run: () => navigate("/cases/new") }] : []);
  const newCase = mayCreate && (
    <ButtonLink kind="primary" to="/cases/new">
      New case
    </ButtonLink>
  );
  return (
    <Page title="Cases" actions={cases.length > 0 && newCase}>
      {cases.length > 0 ? (
        <CaseList cases={cases} />
      ) : (
        <Empty title="No cases yet" action={newCase}>
          {mayCreate
            ? "Make a case, paste an article into it, and mark the words that can be checked."
            : "As soon as somebody opens a case to you, it stands here."}
        </Empty>
      )}
    </Page>
  );
}
