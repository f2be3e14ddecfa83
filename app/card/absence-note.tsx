import { X } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { type Absence, type BothChanged, toldOf } from "#app/card/absence.ts";
import { useCardContext } from "#app/card/card-context.ts";
import { useCardNames } from "#app/card/use-card-names.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { DiffWords } from "#app/ui/diff-words.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { CardNames, FieldDiff } from "#domain/card-diff.ts";
import { changedField } from "#domain/card-parts.ts";
import { partWord, valueWords } from "#domain/part-words.ts";
import type { Scale } from "#domain/scales.ts";
import type { Diff } from "#domain/word-diff.ts";

const nothing = () => null;
const never = () => () => {};

/** After an absence in which both sides changed the card: who changed what, until it is closed. */
export function AbsenceNote({ scale }: { scale: Scale | null }) {
  const say = useWords("absence");
  const { connection } = useCardContext();
  const store = connection?.absence;
  const absence = useSyncExternalStore(store?.subscribe ?? never, store?.read ?? nothing, nothing);
  useEffect(() => {
    if (absence) announce(say("announced"));
  }, [absence, say]);
  if (!absence) return null;
  return (
    <section className="absence" aria-labelledby="absence-title">
      <header className="absence-head">
        <h2 id="absence-title">{say("title")}</h2>
        <Button kind="plain" icon aria-label={say("close")} onClick={() => store?.write(null)}>
          <X size={16} aria-hidden="true" />
        </Button>
      </header>
      <Told absence={absence} scale={scale} />
    </section>
  );
}

function Told({ absence, scale }: { absence: Absence; scale: Scale | null }) {
  const say = useWords("absence");
  const { from, to, mine, theirs } = absence;
  const names = useCardNames(mine, theirs, scale);
  const told = toldOf(absence, names);
  const times = { from: <Time at={from} show="near" />, to: <Time at={to} show="time" /> };
  return (
    <>
      <p>
        <Words room="absence" id="lede" values={times} />
      </p>
      {told.both.map((one) => (
        <Both key={one.field} changed={one} names={names} />
      ))}
      <Fields title={say("theirs")} fields={told.theirs} names={names} />
      <Fields title={say("mine")} fields={told.mine} names={names} />
    </>
  );
}

/** A field that both changed. What one of them chose may have gone, so that all three states are shown. */
function Both({ changed: { field, mine, theirs, now }, names }: { changed: BothChanged; names: CardNames }) {
  const say = useWords("absence");
  const sayPart = useWords("parts");
  const rows: [string, readonly Diff[]][] = [
    [say("you"), mine.parts],
    [say("others"), theirs.parts],
  ];
  return (
    <div className="absence-both">
      <h3>{say("both", { field: partWord(sayPart, changedField(field, names)) })}</h3>
      <dl className="card-diff">
        {rows.map(([who, parts]) => (
          <Row key={who} field={field} term={who} parts={parts} />
        ))}
        {now ? (
          <Row field={field} term={say("now")} parts={now.parts} />
        ) : (
          <div>
            <dt>{say("now")}</dt>
            <dd>{say("as_before")}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

type FieldsProps = { title: string; fields: readonly FieldDiff[]; names: CardNames };

function Fields({ title, fields, names }: FieldsProps) {
  const sayPart = useWords("parts");
  if (fields.length === 0) return null;
  return (
    <details className="absence-one-side">
      <summary>{title}</summary>
      <dl className="card-diff">
        {fields.map(({ field, parts }) => (
          <Row key={field} field={field} term={partWord(sayPart, changedField(field, names))} parts={parts} />
        ))}
      </dl>
    </details>
  );
}

function Row({ field, term, parts }: { field: string; term: string; parts: readonly Diff[] }) {
  const sayPart = useWords("parts");
  return (
    <div>
      <dt>{term}</dt>
      <dd dir="auto">
        <DiffWords parts={parts.map((one) => ({ ...one, text: valueWords(sayPart, field, one.text) }))} spoken />
      </dd>
    </div>
  );
}
