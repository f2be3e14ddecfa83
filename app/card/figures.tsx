import { type ReactNode, useState } from "react";
import { useCard, useCardContext, useEditing } from "#app/card/card-context.ts";
import { FigureRow } from "#app/card/figure-row.tsx";
import { newId } from "#app/card/new-id.ts";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { Button } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import { setFigure } from "#domain/card-edit.ts";
import type { Figure } from "#domain/figures.ts";

/** The numbers in the claim, each with its bound: "up to 1,500" is a ceiling and stays one. Below them, their rivals. */
export function Figures({ children }: { children: ReactNode }) {
  const say = useWords("card");
  const figures = useCard((card) => card.figures);
  const { canEdit } = useCardContext();
  const editing = useEditing();
  const [added, setAdded] = useState<string | null>(null);
  const add = () => {
    const id = newId();
    editing?.pick((doc) => setFigure(doc, { id, qualifier: "exactly", value: "", upper: "", unit: "", asOf: "" }));
    setAdded(id);
  };
  return (
    <section className="card-part" id="figures" aria-labelledby="figures-title">
      <h3 id="figures-title">{say("figures")}</h3>
      {!canEdit && <ReadFigures figures={figures} />}
      {canEdit &&
        figures.map((one, at) => <FigureRow key={one.id} figure={one} number={at + 1} isNew={one.id === added} />)}
      {canEdit && (
        <div>
          <Button onClick={add} disabled={!editing}>
            {say("figure_add")}
          </Button>
        </div>
      )}
      {children}
    </section>
  );
}

function ReadFigures({ figures }: { figures: readonly Figure[] }) {
  const say = useWords("card");
  const { whole } = useFigureWords();
  if (figures.length === 0) return <p className="quiet">{say("figures_none")}</p>;
  return (
    <ul className="figure-list">
      {figures.map((one) => (
        <li key={one.id}>
          <ShownText text={whole(one)} />
        </li>
      ))}
    </ul>
  );
}
