import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { AmountInput } from "#app/card/amount-input.tsx";
import { useEditing } from "#app/card/card-context.ts";
import { PlaceFrame, WhoIsHere } from "#app/card/card-field.tsx";
import { LineInput } from "#app/card/line-input.tsx";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { Button } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import { removeFigure, setFigure } from "#domain/card-edit.ts";
import { type Figure, QUALIFIERS, type Qualifier } from "#domain/figures.ts";

/** One figure: bound, amount, unit, and when it held; read back in words below. */
export function FigureRow({ figure, number, isNew }: { figure: Figure; number: number; isNew: boolean }) {
  const editing = useEditing();
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (isNew) first.current?.focus();
  }, [isNew]);
  const write = (news: Partial<Figure>) => editing?.edit((doc) => setFigure(doc, { ...figure, ...news }));
  const say = useWords("card");
  return (
    <PlaceFrame place={`figures/${figure.id}`} className="figure-row">
      <fieldset disabled={!editing}>
        <legend className="unseen">{say("figure_named", { number })}</legend>
        <div className="figure-fields" data-between={figure.qualifier === "between" || undefined}>
          <Select
            ref={first}
            label={say("figure_bound")}
            value={figure.qualifier}
            onChange={(event) => {
              const qualifier = event.target.value as Qualifier;
              editing?.pick((doc) =>
                setFigure(doc, { ...figure, qualifier, upper: qualifier === "between" ? figure.upper : "" }),
              );
            }}
          >
            {QUALIFIERS.map((one) => (
              <option key={one} value={one}>
                {say(`bound_${one}`)}
              </option>
            ))}
          </Select>
          <AmountInput
            label={say(figure.qualifier === "between" ? "figure_from" : "figure_amount")}
            place={`figures/${figure.id}/value`}
            value={figure.value}
            onWrite={(value) => write({ value })}
          />
          {figure.qualifier === "between" && (
            <AmountInput
              label={say("figure_to")}
              place={`figures/${figure.id}/upper`}
              value={figure.upper}
              onWrite={(upper) => write({ upper })}
            />
          )}
          <LineInput
            label={say("figure_unit")}
            place={`figures/${figure.id}/unit`}
            value={figure.unit}
            placeholder={say("figure_unit_example")}
            onWrite={(unit) => write({ unit })}
          />
          <LineInput
            label={say("figure_as_of")}
            place={`figures/${figure.id}/asOf`}
            value={figure.asOf}
            placeholder={say("figure_as_of_example")}
            onWrite={(asOf) => write({ asOf })}
          />
          <Button
            kind="plain"
            icon
            aria-label={say("figure_remove", { number })}
            onClick={() => editing?.pick((doc) => removeFigure(doc, figure.id))}
          >
            <X size={16} aria-hidden="true" />
          </Button>
        </div>
      </fieldset>
      <p className="figure-said">
        <Words room="card" id="figure_reads" values={{ figure: <Said figure={figure} /> }} />{" "}
        <WhoIsHere place={`figures/${figure.id}`} />
      </p>
    </PlaceFrame>
  );
}

function Said({ figure }: { figure: Figure }) {
  const { whole } = useFigureWords();
  return (
    <strong dir="auto">
      <ShownText text={whole(figure)} />
    </strong>
  );
}
