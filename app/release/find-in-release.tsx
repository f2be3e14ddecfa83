import { Form, Link } from "@remix-run/react";
import { PageLinks } from "#app/release/page-links.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { PartOfList } from "#domain/part-of-list.ts";

/** Finds claims of a release that stands on many pages, which the browser cannot look through, and leads through those pages. */
export function FindInRelease({ part, count }: { part: PartOfList; count: number }) {
  const say = useWords("release");
  const { words, found } = part;
  return (
    <div className="release-find">
      <Form className="release-find-form" role="search">
        <TextField
          key={words}
          label={say("find_in")}
          hint={say("find_in_hint")}
          name="q"
          type="search"
          maxLength={200}
          dir="auto"
          defaultValue={words}
          beside={<Button type="submit">{say("find")}</Button>}
        />
      </Form>
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
