import { OtherPage } from "#app/precedents/other-page.tsx";
import { useWords } from "#app/words/speech.tsx";
import { safeHref } from "#domain/safe-href.ts";
import type { Check, Work } from "#server/import/check.ts";

type WorksProps = { check: Pick<Check, "appearances" | "citations"> /** So many more are not shown. */; left: number };

/** Where a claim was seen and what its check rests on, folded until somebody asks. */
export function CheckWorks({ check: { appearances, citations }, left }: WorksProps) {
  const say = useWords("precedents");
  const count = appearances.length + citations.length + left;
  if (count === 0) return null;
  return (
    <details className="precedent-works">
      <summary>{say("works", { count })}</summary>
      <Works title={say("seen_at")} works={appearances.map((url) => ({ title: "", url }))} />
      <Works title={say("rests_on")} works={citations} />
      {left > 0 && <p className="meta">{say("works_left", { count: left })}</p>}
    </details>
  );
}

function Works({ title, works }: { title: string; works: readonly Work[] }) {
  if (works.length === 0) return null;
  return (
    <div className="precedent-works-group">
      <p className="meta">{title}</p>
      <ul className="precedent-works-list">
        {works.map((one) => (
          <li key={`${one.url} ${one.title}`} dir="auto">
            <WorkWords work={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function WorkWords({ work: { title, url } }: { work: Work }) {
  const href = safeHref(url);
  return href ? <OtherPage href={href}>{title || href}</OtherPage> : <bdi>{title}</bdi>;
}
