import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConnectionLine } from "#app/case/connection-line.tsx";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { pageTitle } from "#app/words/page-title.ts";
import { useWords } from "#app/words/speech.tsx";
import { workSections, workWords } from "#app/work/sections.ts";
import { useFreshWork } from "#app/work/use-fresh-work.ts";
import { WorkList } from "#app/work/work-list.tsx";

export function loader({ context, request }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () => ({ work: context.services.work.list(member) }));
}

export const clientLoader = keepPage();

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "work", "page_my_work");

export default function MyWork() {
  const { work } = useLoaderData<typeof loader>();
  const say = useWords("work");
  const sections = workSections(say, work);
  const toDecide = work.stale.length + work.toReview.length;
  const isSignedOut = useFreshWork();
  return (
    <Page
      title={say("my_work")}
      lede={sections.length > 0 && workWords(say, work)}
      actions={toDecide > 0 && <StartReview count={toDecide} />}
    >
      <ConnectionLine connection="open" isSignedOut={isSignedOut} />
      {sections.length === 0 && <NothingToDo />}
      <div className="work">
        {sections.length > 1 && (
          <nav className="work-nav" aria-label={say("lists")}>
            {sections.map(({ key, title, rows }) => (
              <a key={key} href={`#${key}`}>
                {say("list_with_count", { title, count: rows.length })}
              </a>
            ))}
          </nav>
        )}
        {sections.map((section) => (
          <WorkList key={section.key} section={section} />
        ))}
      </div>
    </Page>
  );
}

function StartReview({ count }: { count: number }) {
  const say = useWords("work");
  return (
    <ButtonLink kind="primary" to="/my-work/review">
      {say("start_review", { count })}
    </ButtonLink>
  );
}

function NothingToDo() {
  const say = useWords("work");
  return (
    <Empty title={say("nothing_title")} action={<ButtonLink to="/cases">{say("open_cases")}</ButtonLink>}>
      {say("nothing_hint")}
    </Empty>
  );
}
