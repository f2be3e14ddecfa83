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
  const shared = { restorable, language };
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

type PartProps = { diff: PartDiff; restorable: Restorable; language: string };

/** The texts that are written in the language of the card. */
const IN_LANGUAGE = new Set(["statement", "verdict", "rationale", "gaps"]);

function Part({ diff: { part, label, fields }, restorable, language }: PartProps) {
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
            <dd dir="auto" lang={(IN_LANGUAGE.has(part) && language) || undefined}>
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
