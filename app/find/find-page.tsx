import "#app/find/find.css";
import { Form, Link } from "@remix-run/react";
import { pathOf } from "#app/find/places.ts";
import { hitName, hitNote, Snippet } from "#app/find/snippet.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Field } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Found, Hit } from "#server/services/find.ts";

/** Everything that was found, by case; a page with an address of its own, which works without JavaScript. */
export function FindPage({ found }: { found: Found & { named: Hit[] } }) {
  const { text, hits, named, hasMore } = found;
  const say = useWords("find");
  return (
    <Page
      title={say("find")}
      lede={text !== "" && hits.length > 0 && say(hasMore ? "best" : "found", { count: hits.length })}
    >
      <Form className="find-form" role="search">
        <Field label={say("words")} hint={say("words_hint")} beside={<FindIt />}>
          {(control) => (
            <input key={text} {...control} name="q" type="search" maxLength={200} dir="auto" defaultValue={text} />
          )}
        </Field>
      </Form>
      {named.length > 0 && (
        <section className="find-section" aria-labelledby="find-named">
          <h2 id="find-named">{say("group_named")}</h2>
          <HitList hits={named} />
        </section>
      )}
      {casesOf(hits).map(([number, ofCase]) => (
        <section key={number} className="find-section" aria-labelledby={`find-${number}`}>
          <h2 id={`find-${number}`}>
            <span className="ref">{say("case", { number })}</span> <span dir="auto">{ofCase[0]?.caseTitle}</span>
          </h2>
          <HitList hits={ofCase} />
        </section>
      ))}
      {text !== "" && hits.length + named.length === 0 && <Nothing text={text} />}
    </Page>
  );
}

function FindIt() {
  const say = useWords("find");
  return (
    <Button kind="primary" type="submit">
      {say("find")}
    </Button>
  );
}

function Nothing({ text }: { text: string }) {
  const say = useWords("find");
  return <Empty title={say("nothing", { text })}>{say("nothing_hint")}</Empty>;
}

/** In the order of their best hit. */
function casesOf(hits: readonly Hit[]): [number, Hit[]][] {
  const cases = new Map<number, Hit[]>();
  for (const hit of hits) cases.set(hit.caseNumber, [...(cases.get(hit.caseNumber) ?? []), hit]);
  return [...cases];
}

function HitList({ hits }: { hits: readonly Hit[] }) {
  return (
    <ul className="hit-list">
      {hits.map((hit) => (
        <HitEntry key={`${pathOf(hit)} ${hit.field}`} hit={hit} />
      ))}
    </ul>
  );
}

function HitEntry({ hit }: { hit: Hit }) {
  const { name, snippet, field, language, kind } = hit;
  const say = useWords("find");
  const isInName = field === "title" || field === "statement";
  const note = hitNote(say, hit);
  return (
    <li className="hit" data-kind={kind}>
      <span className="ref">{hitName(say, hit)}</span>
      <div className="hit-words">
        <Link className="hit-name" to={pathOf(hit)} dir="auto" lang={language || undefined}>
          {isInName ? <Snippet parts={snippet} /> : name || say("no_statement")}
        </Link>
        {!isInName && (
          <p className="hit-where">
            <span className="hit-field">{say(`field_${field}`)}</span>
            <span dir="auto">
              <Snippet parts={snippet} />
            </span>
          </p>
        )}
        {note && <p className="hit-note">{note}</p>}
      </div>
    </li>
  );
}
