import "#app/precedents/precedents.css";
import { Form, Link } from "@remix-run/react";
import type { CaseChoice } from "#app/precedents/make-claim.tsx";
import { PrecedentEntry } from "#app/precedents/precedent-entry.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { PrecedentView } from "#server/services/precedents.ts";

type Library = { text: string; precedents: PrecedentView[]; all: number; next: number | null };

type PrecedentsProps = { library: Library; cases: CaseChoice[]; canImport: boolean };

/** The checks of others that the desk can look things up in; an address of its own for every search. */
export function PrecedentsPage({ library, cases, canImport }: PrecedentsProps) {
  const say = useWords("precedents");
  const { all } = library;
  return (
    <Page
      title={say("title")}
      lede={say("lede")}
      actions={
        <>
          {all > 0 && (
            <a className="button" data-kind="plain" href="/precedents/download" download>
              {say("download")}
            </a>
          )}
          {canImport && (
            <ButtonLink kind="primary" to="/precedents/import">
              {say("import")}
            </ButtonLink>
          )}
        </>
      }
    >
      {all === 0 ? (
        <Empty title={say("none")}>{say(canImport ? "none_hint" : "none_hint_reader")}</Empty>
      ) : (
        <Found library={library} cases={cases} />
      )}
    </Page>
  );
}

type FoundProps = Pick<PrecedentsProps, "library" | "cases">;

function Found({ library: { text, precedents, all, next }, cases }: FoundProps) {
  const say = useWords("precedents");
  return (
    <>
      <Form className="precedent-search" role="search">
        <TextField
          key={text}
          label={say("words")}
          name="q"
          type="search"
          maxLength={200}
          dir="auto"
          defaultValue={text}
        />
        <Button type="submit">{say("find")}</Button>
      </Form>
      {text === "" && <p className="meta precedent-count">{say("count", { count: all })}</p>}
      {precedents.length === 0 ? (
        <Empty title={say("nothing", { text })}>{say("nothing_hint")}</Empty>
      ) : (
        <ul className="precedents">
          {precedents.map((one) => (
            <PrecedentEntry key={one.id} precedent={one} cases={cases} />
          ))}
        </ul>
      )}
      {next !== null && (
        <Link
          className="precedent-more"
          to={`?${new URLSearchParams({ q: text, shown: String(next) })}`}
          preventScrollReset
        >
          {say("more")}
        </Link>
      )}
    </>
  );
}
