import { memo, useState } from "react";
import { useCard, useCardContext, useEditing } from "#app/card/card-context.ts";
import { newId } from "#app/card/new-id.ts";
import { citedOrder, numberIn } from "#app/card/numbering.ts";
import { SourceEntry } from "#app/card/source-entry.tsx";
import { useSourceOrder } from "#app/card/use-source-order.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";
import { addSource } from "#domain/card-edit.ts";

/** The evidence, one entry per source, in the order the desk has put it. */
export const Sources = memo(function Sources() {
  const sources = useCard((card) => card.sources);
  const order = useCard(citedOrder);
  const { canEdit } = useCardContext();
  const editing = useEditing();
  const say = useWords("sources");
  const put = useSourceOrder(sources);
  const [open, setOpen] = useState<string | null>(null);
  const add = () => {
    const id = newId();
    editing?.pick((doc) => addSource(doc, id));
    setOpen(id);
  };
  return (
    <section className="card-part" id="sources" data-place="sources" aria-labelledby="sources-title">
      <h3 id="sources-title">
        {say("title")} {sources.length > 0 && <span className="quiet">{sources.length}</span>}
      </h3>
      {sources.length === 0 && <p className="quiet">{say("none")}</p>}
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
              onPut={put}
            />
          ))}
        </ol>
      )}
      {canEdit && (
        <div>
          <Button onClick={add} disabled={!editing}>
            {say("add")}
          </Button>
        </div>
      )}
    </section>
  );
});
