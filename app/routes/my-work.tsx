import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConnectionLine } from "#app/case/connection-line.tsx";
import { load } from "#app/http/act.ts";
import { memberOf } from "#app/http/member.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { workSections, workWords } from "#app/work/sections.ts";
import { useFreshWork } from "#app/work/use-fresh-work.ts";
import { WorkList } from "#app/work/work-list.tsx";

export function loader({ context, request }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  return load(context, () => ({ work: context.services.work.list(member) }));
}

export const clientLoader = keepPage();

export const meta: MetaFunction = () => [{ title: "My work · Assay" }];

export default function MyWork() {
  const { work } = useLoaderData<typeof loader>();
  const sections = workSections(work);
  const toDecide = work.stale.length + work.toReview.length;
  const isSignedOut = useFreshWork();
  return (
    <Page
      title="My work"
      lede={sections.length > 0 && workWords(work)}
      actions={toDecide > 0 && <StartReview count={toDecide} />}
    >
      <ConnectionLine connection="open" isSignedOut={isSignedOut} />
      {sections.length === 0 && <NothingToDo />}
      <div className="work">
        {sections.length > 1 && (
          <nav className="work-nav" aria-label="Lists of my work">
            {sections.map(({ key, title, rows }) => (
              <a key={key} href={`#${key}`}>
                {title} {rows.length}
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
  return (
    <ButtonLink kind="primary" to="/my-work/review">
      {count === 1 ? "Review 1 claim" : `Review ${count} claims, one after the other`}
    </ButtonLink>
  );
}

function NothingToDo() {
  return (
    <Empty title="Nothing waits for you" action={<ButtonLink to="/cases">Open the cases</ButtonLink>}>
      Claims appear here when you are given one, asked to review one, or when a claim that you signed has changed.
    </Empty>
  );
}
