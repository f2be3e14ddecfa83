import "#app/find/find.css";
import { Form, Link } from "@remix-run/react";
import { pathOf } from "#app/find/places.ts";
import { fieldWords, hitName, hitNote, Snippet } from "#app/find/snippet.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { Found, Hit } from "#server/services/find.ts";

/** Everything that was found, by case; a page with an address of its own, which works without JavaScript. */
export function FindPage({ found }: { found: Found & { named: Hit[] } }) {
  const { text, hits, named, hasMore } = found;
  return (
    <Page title="Find" lede={text !== "" && hits.length > 0 && countWords(hits.length, hasMore)}>
      <Form className="find-form" role="search">
        <TextField
          key={text}
          label="Words, or a reference such as C-14-3"
          hint="Quotation marks keep words together: “police spokesman”."
          name="q"
          type="search"
          maxLength={200}
          dir="auto"
          defaultValue={text}
        />
        <Button kind="primary" type="submit">
          Find
        </Button>
      </Form>
      {named.length > 0 && (
        <section className="find-section" aria-labelledby="find-named">
          <h2 id="find-named">By its number</h2>
          <HitList hits={named} />
        </section>
      )}
      {casesOf(hits).map(([number, ofCase]) => (
        <section key={number} className="find-section" aria-labelledby={`find-${number}`}>
          <h2 id={`find-${number}`}>
            <span className="ref">Case {number}</span> <span dir="auto">{ofCase[0]?.caseTitle}</span>
          </h2>
          <HitList hits={ofCase} />
        </section>
      ))}
      {text !== "" && hits.length + named.length === 0 && <Nothing text={text} />}
    </Page>
  );
}

const countWords = (count: number, hasMore: boolean) =>
  hasMore
    ? `These are the ${count} best places. Add a word to find fewer.`
    : count === 1
      ? "One place, in the cases that are open to you."
      : `${count} places, in the cases that are open to you.`;

function Nothing({ text }: { text: string }) {
  return (
    <Empty title={`Nothing has “${text}”`}>
      Every word has to be there, at the beginning of a word or within one. Try fewer words, or only the first letters
      of a name. Cases that are not open to you are left out.
    </Empty>
  );
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
  const isInName = field === "title" || field === "statement";
  const note = hitNote(hit);
  return (
    <li className="hit" data-kind={kind}>
      <span className="ref">{hitName(hit)}</span>
      <div className="hit-words">
        <Link className="hit-name" to={pathOf(hit)} dir="auto" lang={language || undefined}>
          {isInName ? <Snippet parts={snippet} /> : name || "No statement yet"}
        </Link>
        {!isInName && (
          <p className="hit-where">
            <span className="hit-field">{fieldWords(hit)}</span>
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
