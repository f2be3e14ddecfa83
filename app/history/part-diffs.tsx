import { RestoreButton } from "#app/history/restore.tsx";
import { DiffWords } from "#app/ui/diff-words.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { type PartDiff, sourceOf } from "#domain/card-parts.ts";
import type { Comparison, Differences } from "#server/services/version-compare.ts";

type Restorable = Comparison["restorable"];
type PartDiffsProps = { differences: Differences; restorable?: Restorable; language: string };

/** What is different, part by part: first what a sign-off covers, then the rest. */
export function PartDiffs({ differences: { material, beside, looks }, restorable = null, language }: PartDiffsProps) {
  const shared = { restorable, language };
  return (
    <div className="part-diffs">
      {material.map((part) => (
        <Part key={part.part} diff={part} {...shared} />
      ))}
      {beside.length + looks.length > 0 && (
        <section className="beside">
          {material.length > 0 && <h4 className="beside-title">Not covered by a sign-off</h4>}
          {beside.map((part) => (
            <Part key={part.part} diff={part} {...shared} />
          ))}
          {looks.map((words) => (
            <p key={words} className="part-look">
              {words}
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
  const isSource = sourceOf(part) !== null;
  return (
    <section className="part-diff" aria-label={label}>
      <header className="part-head">
        <h4 dir="auto">
          {isSource && <span className="quiet">Source </span>}
          <ShownText text={label} />
        </h4>
        {canRestore(restorable, part) && <RestoreButton restorable={restorable} part={part} label={label} />}
      </header>
      <dl className="part-fields">
        {fields.map((one) => (
          <div key={one.field} className="part-field">
            <dt className={isSource ? "meta" : "unseen"}>{isSource ? keyOf(one.field) : label}</dt>
            <dd dir="auto" lang={(IN_LANGUAGE.has(part) && language) || undefined}>
              <DiffWords parts={one.parts} spoken />
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

const KEYS: Record<string, string> = {
  url: "Address",
  title: "Title",
  stance: "Stance",
  quote: "Quote",
  locator: "Locator",
  archivedUrl: "Archived copy",
  publisher: "Publisher",
  author: "Author",
  date: "Date",
  quoteLanguage: "Language of the quote",
  origin: "Goes back to",
  note: "Note",
  rank: "Primary or secondary",
  protected: "Protected",
};

const keyOf = (field: string) => KEYS[field.slice(field.lastIndexOf(".") + 1)] ?? "";
