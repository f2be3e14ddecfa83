import { RestoreButton } from "#app/history/restore.tsx";
import { DiffWords } from "#app/ui/diff-words.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import { type PartDiff, sourceOf } from "#domain/card-parts.ts";
import { keyWord, partWord, valueWords } from "#domain/part-words.ts";
import type { Comparison, Differences } from "#server/services/version-compare.ts";

type Restorable = Comparison["restorable"];
type PartDiffsProps = { differences: Differences; restorable?: Restorable; language: string };

/** What is different, part by part: first what a sign-off covers, then the rest. */
export function PartDiffs({ differences: { material, beside, looks }, restorable = null, language }: PartDiffsProps) {
  const say = useWords("history");
  const sayPart = useWords("parts");
  const shared = { restorable, language, beside };
  return (
    <div className="part-diffs">
      {material.map((part) => (
        <Part key={part.part} diff={part} {...shared} />
      ))}
      {beside.length + looks.length > 0 && (
        <section className="beside">
          {material.length > 0 && <h4 className="beside-title">{say("not_covered")}</h4>}
          {beside.map((part) => (
            <Part key={part.part} diff={part} {...shared} />
          ))}
          {looks.map((look) => (
            <p key={look} className="part-look">
              {sayPart(`look_${look}`)}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

/** The language of the card, and what else is different, where the language of a new quote stands. */
type Languages = { language: string; beside: readonly PartDiff[] };
type PartProps = { diff: PartDiff; restorable: Restorable } & Languages;

/** The texts that are written in the language of the card. */
const IN_LANGUAGE = new Set(["statement", "verdict", "rationale", "gaps"]);

/** The language of a field's words, where it is known: the card's, or the one that came with a new quote. */
function languageOf({ part, fields }: PartDiff, field: string, { language, beside }: Languages): string | undefined {
  if (IN_LANGUAGE.has(part)) return language || undefined;
  if (!field.endsWith(".quote")) return undefined;
  const around = [...fields, ...beside.flatMap((one) => (one.part === part ? one.fields : []))];
  const told = around.find((one) => one.field.endsWith(".quoteLanguage"))?.parts ?? [];
  return told.flatMap(({ type, text }) => (type === "removed" ? [] : text)).join("") || undefined;
}

function Part({ diff, restorable, ...languages }: PartProps) {
  const { part, label, fields } = diff;
  const say = useWords("parts");
  const isSource = sourceOf(part) !== null;
  const name = partWord(say, { field: part, name: label });
  return (
    <section className="part-diff" aria-label={name}>
      <header className="part-head">
        <h4>
          {isSource ? (
            <Words
              room="history"
              id="source_called"
              values={{
                kind: (inside) => <span className="quiet">{inside}</span>,
                name: (
                  <bdi>
                    <ShownText text={name} />
                  </bdi>
                ),
              }}
            />
          ) : (
            name
          )}
        </h4>
        {canRestore(restorable, part) && (
          <RestoreButton restorable={restorable} part={part} label={label} name={name} />
        )}
      </header>
      <dl className="part-fields">
        {fields.map((one) => (
          <div key={one.field} className="part-field">
            <dt className={isSource ? "meta" : "unseen"}>{isSource ? keyWord(say, one.field) : name}</dt>
            <dd dir="auto" lang={languageOf(diff, one.field, languages)}>
              <DiffWords
                parts={one.parts.map((diff) => ({ ...diff, text: valueWords(say, one.field, diff.text) }))}
                spoken
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Only what is different now can be restored. */
function canRestore(restorable: Restorable, part: string): restorable is NonNullable<Restorable> {
  if (!restorable || restorable.whyNot !== null) return false;
  const { material, beside } = restorable.changes;
  return [...material, ...beside].some((one) => one.part === part);
}
