import "#app/cases/case-list.css";
import { Link } from "@remix-run/react";
import { useRef } from "react";
import { StatusBar } from "#app/cases/status-bar.tsx";
import { Time } from "#app/ui/time.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import type { CaseListRow } from "#server/services/cases.ts";

/** Cases with the one I was in last on top. J and K go from one to the next. */
export function CaseList({ cases }: { cases: readonly CaseListRow[] }) {
  const say = useWords("cases");
  const list = useRef<HTMLUListElement>(null);
  const go = (step: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };
  useKeys(say("keys"), [
    { key: "j", does: say("key_next"), run: () => go(1) },
    { key: "k", does: say("key_before"), run: () => go(-1) },
  ]);
  return (
    <ul className="case-list" ref={list}>
      {cases.map((one) => (
        <CaseLine key={one.number} row={one} />
      ))}
    </ul>
  );
}

function CaseLine({ row }: { row: CaseListRow }) {
  const say = useWords("cases");
  const sayOfCase = useWords("case");
  const { number, title, sample, restricted, stale } = row;
  return (
    <li className="case-row">
      <span className="ref">{number}</span>
      <div className="case-row-words">
        <Link className="case-row-title" to={`/cases/${number}`}>
          <bdi>{title}</bdi>
        </Link>
        <span className="case-row-tags">
          {sample && <span className="tag">{sayOfCase("sample")}</span>}
          {restricted && <span className="tag">{sayOfCase("restricted")}</span>}
          <Visit row={row} />
        </span>
      </div>
      <StatusBar counts={row.counts} claims={row.claims} />
      <span className="case-row-stale">
        {stale > 0 && (
          <span className="tag" data-kind="red">
            {say("stale", { count: stale })}
          </span>
        )}
      </span>
    </li>
  );
}

function Visit({ row }: { row: CaseListRow }) {
  return (
    <span className="meta">
      <Words
        room="cases"
        id={row.visitedAt ? "visited" : "made"}
        values={{ time: <Time at={row.visitedAt ?? row.createdAt} show="near" /> }}
      />
    </span>
  );
}
