import { Link } from "@remix-run/react";
import { FindForm } from "#app/release/find-form.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { PreflightPage } from "#server/services/preflight-page.ts";

/** Finds claims before a release where not all of them stand on the page. */
export function FindClaims({ preflight: { ready, leaving, blocked, words } }: { preflight: PreflightPage }) {
  const say = useWords("release");
  const lists = [ready, leaving, blocked];
  if (lists.every(({ count, rows }) => count === rows.length)) return null;
  const sum = (of: (list: typeof ready) => number) => lists.reduce((before, one) => before + of(one), 0);
  const [found, count] = [sum(({ part }) => part.found), sum((list) => list.count)];
  return (
    <div className="release-find">
      <FindForm label={say("find_before")} hint={say("find_before_hint")} words={words} />
      {words !== "" && (
        <p className="release-find-found" role="status">
          {say("found_in", { found, count, words })} <Link to="?">{say("show_all")}</Link>
        </p>
      )}
    </div>
  );
}
