import { Link } from "@remix-run/react";
import { FindForm } from "#app/release/find-form.tsx";
import { PageLinks } from "#app/release/page-links.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { PartOfList } from "#domain/part-of-list.ts";

/** Finds claims of a release that stands on many pages, which the browser cannot look through, and leads through those pages. */
export function FindInRelease({ part, count }: { part: PartOfList; count: number }) {
  const say = useWords("release");
  const { words, found } = part;
  return (
    <div className="release-find">
      <FindForm label={say("find_in")} hint={say("find_in_hint")} words={words} />
      {words !== "" && (
        <p className="release-find-found" role="status">
          {say("found_in", { found, count, words })} <Link to="?">{say("show_all")}</Link>
        </p>
      )}
      {found === 0 && <Empty title={say("found_none")}>{say("found_none_hint")}</Empty>}
      <PageLinks part={part} name={say("pages")} />
    </div>
  );
}
