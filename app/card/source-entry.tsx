import { useEffect, useRef, useState } from "react";
import { useCardContext, useEditing } from "#app/card/card-context.ts";
import { PlaceFrame, WhoIsHere } from "#app/card/card-field.tsx";
import { RemoveSource } from "#app/card/remove-source.tsx";
import { SourceForm } from "#app/card/source-form.tsx";
import { SourceHandle } from "#app/card/source-handle.tsx";
import { SourceMenu } from "#app/card/source-menu.tsx";
import { placeAfter, placeOfDrop, type Step } from "#app/card/source-order.ts";
import { SourceRead } from "#app/card/source-read.tsx";
import { useSourceDrag } from "#app/card/use-source-drag.ts";
import { useSourceName } from "#app/card/use-source-name.ts";
import type { PutSource } from "#app/card/use-source-order.ts";
import { useHasUnfit } from "#app/card/use-unfit.ts";
import { DiscussSource } from "#app/discussion/discuss-source.tsx";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Source } from "#domain/card.ts";
import { removeSource } from "#domain/card-edit.ts";

type SourceEntryProps = {
  source: Source;
  sources: readonly Source[];
  /** Its number in the rationale; null while it is not cited. */
  number: number | null;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onPut: PutSource;
};

export function SourceEntry({ source, sources, number, isOpen, onToggle, onPut }: SourceEntryProps) {
  const { canEdit } = useCardContext();
  const editing = useEditing();
  const say = useWords("sources");
  const [asking, setAsking] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const entry = useRef<HTMLLIElement>(null);
  const hasUnfit = useHasUnfit(`sources/${source.id}`);
  const name = useSourceName()(source);
  const at = sources.findIndex((one) => one.id === source.id);
  const { handle, hold } = useHeldFocus(at);
  const edge = useSourceDrag(source.id, { entry, handle }, editing !== null, (id, isBelow) =>
    onPut(id, placeOfDrop(sources, id, source.id, isBelow)),
  );
  const step = (way: Step) => onPut(source.id, placeAfter(way, at, sources.length));
  const remove = () => editing?.pick((doc) => removeSource(doc, source.id));
  return (
    <li ref={entry} className="source" id={`source-${source.id}`} data-drop={edge ?? undefined}>
      <PlaceFrame place={`sources/${source.id}`} className="source-frame">
        {canEdit && (
          <SourceHandle
            button={handle}
            name={name}
            disabled={!editing}
            isMenuOpen={isMenuOpen}
            onStep={(way) => {
              if (placeAfter(way, at, sources.length) !== null) hold();
              step(way);
            }}
            onMenu={() => setMenuOpen(true)}
          />
        )}
        <SourceRead source={source} number={number} />
        <div className="source-actions">
          <WhoIsHere place={`sources/${source.id}`} />
          <DiscussSource sourceId={source.id} name={name} />
          {canEdit && (
            <>
              <Button
                kind="plain"
                disabled={!editing}
                aria-expanded={isOpen}
                aria-label={say(isOpen ? "close_named" : "edit_named", { name })}
                onClick={() => onToggle(!isOpen)}
              >
                {say(isOpen ? "close" : "edit")}
              </Button>
              <SourceMenu
                name={name}
                at={at}
                count={sources.length}
                isDisabled={!editing}
                isOpen={isMenuOpen}
                onOpenChange={setMenuOpen}
                onStep={step}
                onRemove={() => (number === null ? remove() : setAsking(true))}
              />
            </>
          )}
        </div>
        {editing && !isOpen && hasUnfit && <p className="field-error source-unfit">{say("entry_not_stored")}</p>}
        {editing && isOpen && <SourceForm source={source} />}
      </PlaceFrame>
      <RemoveSource
        name={name}
        number={number ?? 0}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onRemove={remove}
      />
    </li>
  );
}

/** A list that is put in another order takes the focus away from what it moves; the handle gets it back. */
function useHeldFocus(at: number) {
  const handle = useRef<HTMLButtonElement>(null);
  const isHeld = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what has changed when there is something to do.
  useEffect(() => {
    if (isHeld.current) handle.current?.focus();
    isHeld.current = false;
  }, [at]);
  const hold = () => {
    isHeld.current = true;
  };
  return { handle, hold };
}
