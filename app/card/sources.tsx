import { useState } from "react";
import { useCard, useCardContext, useEditing } from "#app/card/card-context.ts";
import { newId } from "#app/card/new-id.ts";
import { citedOrder, numberIn } from "#app/card/numbering.ts";
import { SourceEntry } from "#app/card/source-entry.tsx";
import { Button } from "#app/ui/button.tsx";
import { addSource } from "#domain/card-edit.ts";

/** The evidence, one entry per source, in the order the desk has put it. */
export function Sources() {
  const sources = useCard((card) => card.sources);
  const order = useCard(citedOrder);
  const { canEdit } = useCardContext();
  const editing = useEditing();
  const [open, setOpen] = useState<string | null>(null);
  const add = () => {
    const id = newId();
    editing?.pick((doc) => addSource(doc, id));
    setOpen(id);
  };
  return (
    <section className="card-part" aria-labelledby="sources-title">
      <h3 id="sources-title">Sources {sources.length > 0 && <span className="quiet">{sources.length}</span>}</h3>
      {sources.length === 0 && <p className="quiet">No source yet.</p>}
      {sources.length > 0 && (
        <ol className="source-list">
          {sources.map((one) => (
            <SourceEntry
              key={one.id}
              source={one}
              sources={sources}
              number={numberIn(order, one.id)}
              isOpen={open === one.id}
              onToggle={(isOpen) => setOpen(isOpen ? one.id : null)}
            />
          ))}
        </ol>
      )}
      {canEdit && (
        <div>
          <Button onClick={add} disabled={!editing}>
            Add a source
          </Button>
        </div>
      )}
    </section>
  );
}
