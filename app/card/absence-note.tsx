import { X } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { type Absence, type BothChanged, toldOf } from "#app/card/absence.ts";
import { useCardContext } from "#app/card/card-context.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { DiffWords } from "#app/ui/diff-words.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { FieldDiff } from "#domain/card-diff.ts";
import { cardNames } from "#domain/card-names.ts";
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
  const told = toldOf(absence, cardNames(mine, theirs, scale));
  const times = { from: <Time at={from} show="near" />, to: <Time at={to} show="time" /> };
  return (
    <>
      <p>
        <Words room="absence" id="lede" values={times} />
      </p>
      {told.both.map((one) => (
        <Both key={one.field} changed={one} />
      ))}
      <Fields title={say("theirs")} fields={told.theirs} />
      <Fields title={say("mine")} fields={told.mine} />
    </>
  );
}

/** A field that both changed. What one of them chose may have gone, so that all three states are shown. */
function Both({ changed: { label, mine, theirs, now } }: { changed: BothChanged }) {
  const say = useWords("absence");
  const rows: [string, readonly Diff[]][] = [
    [say("you"), mine.parts],
    [say("others"), theirs.parts],
  ];
  return (
    <div className="absence-both">
      <h3>{say("both", { field: label })}</h3>
      <dl className="card-diff">
        {rows.map(([who, parts]) => (
          <Row key={who} term={who} parts={parts} />
        ))}
        {now ? (
          <Row term={say("now")} parts={now.parts} />
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

function Fields({ title, fields }: { title: string; fields: readonly FieldDiff[] }) {
  if (fields.length === 0) return null;
  return (
    <details className="absence-one-side">
      <summary>{title}</summary>
      <dl className="card-diff">
        {fields.map(({ field, label, parts }) => (
          <Row key={field} term={label} parts={parts} />
        ))}
      </dl>
    </details>
  );
}

function Row({ term, parts }: { term: string; parts: readonly Diff[] }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd dir="auto">
        <DiffWords parts={parts} spoken />
      </dd>
    </div>
  );
}
