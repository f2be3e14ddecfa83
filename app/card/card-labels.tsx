import { Plus, X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useCard, useEditing } from "#app/card/card-context.ts";
import { PlaceFrame, WhoIsHere } from "#app/card/card-field.tsx";
import type { CardConnection } from "#app/card/connection.ts";
import { Button } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import { setField } from "#domain/card-edit.ts";
import { hasLabel, labelKey, tidyLabel, withLabel, withoutLabel } from "#domain/labels.ts";
import { LIMITS } from "#domain/limits.ts";
import type { Say } from "#domain/words/say.ts";

const PLACE = "fields/labels";

/** The labels of the claim, which sort it for the desk. `offered` are those that claims of the case have. */
export function CardLabels({ offered }: { offered: readonly string[] }) {
  const say = useWords("labels");
  const labels = useCard((card) => card.labels);
  const editing = useEditing();
  const remove = (label: string) => editing && write(editing, withoutLabel(labels, label));
  return (
    <PlaceFrame place={PLACE} className="card-labels">
      <WhoIsHere place={PLACE} />
      {labels.length > 0 && (
        <ul className="labels" aria-label={say("labels")}>
          {labels.map((one) => (
            <li key={one} className="label-tag">
              <bdi>
                <ShownText text={one} />
              </bdi>
              {editing && (
                <button type="button" aria-label={say("remove", { label: one })} onClick={() => remove(one)}>
                  <X size={12} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {labels.length === 0 && !editing && <span className="quiet">{say("none")}</span>}
      {editing && (
        <AddLabel labels={labels} offered={offered} onAdd={(label) => write(editing, withLabel(labels, label))} />
      )}
    </PlaceFrame>
  );
}

const write = (connection: CardConnection, labels: readonly string[]) =>
  connection.pick((doc) => setField(doc, "labels", [...labels]));

type AddProps = { labels: readonly string[]; offered: readonly string[]; onAdd: (label: string) => void };

function AddLabel({ labels, offered, onAdd }: AddProps) {
  const say = useWords("labels");
  const [words, setWords] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const id = useId();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const label = tidyLabel(words);
    const why = whyNotAdd(say, labels, label);
    setRefused(why);
    if (why !== null) return;
    onAdd(label);
    setWords("");
  };
  return (
    <form className="add-label" onSubmit={add}>
      <input
        className="input"
        aria-label={say("add_one")}
        placeholder={say("add_one")}
        list={`${id}-labels`}
        maxLength={LIMITS.label}
        dir="auto"
        autoComplete="off"
        value={words}
        aria-invalid={refused !== null || undefined}
        aria-describedby={refused === null ? undefined : `${id}-why`}
        onChange={(event) => setWords(event.target.value)}
      />
      <datalist id={`${id}-labels`}>
        {offered
          .filter((one) => !hasLabel(labels, one))
          .map((one) => (
            <option key={one} value={one} />
          ))}
      </datalist>
      <Button type="submit" icon aria-label={say("add")}>
        <Plus size={16} aria-hidden="true" />
      </Button>
      {refused && (
        <p className="field-error" id={`${id}-why`} role="alert">
          {refused}
        </p>
      )}
    </form>
  );
}

function whyNotAdd(say: Say<"labels">, labels: readonly string[], label: string): string | null {
  if (labelKey(label) === "") return say("write_label");
  if (hasLabel(labels, label)) return say("there_already", { label });
  return labels.length >= LIMITS.labels ? say("too_many", { most: LIMITS.labels }) : null;
}
