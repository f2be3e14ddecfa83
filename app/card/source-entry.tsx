import { useRef, useState } from "react";
import { useEditing } from "#app/card/card-context.ts";
import { PlaceFrame, WhoIsHere } from "#app/card/card-field.tsx";
import { sourceName } from "#app/card/numbering.ts";
import { RemoveSource } from "#app/card/remove-source.tsx";
import { SourceForm } from "#app/card/source-form.tsx";
import { SourceRead } from "#app/card/source-read.tsx";
import { useHasUnfit } from "#app/card/use-unfit.ts";
import { DiscussSource } from "#app/discussion/discuss-source.tsx";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import type { Source } from "#domain/card.ts";
import { moveSource, removeSource } from "#domain/card-edit.ts";

type SourceEntryProps = {
  source: Source;
  sources: readonly Source[];
  /** Its number in the rationale; null while it is not cited. */
  number: number | null;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
};

export function SourceEntry({ source, sources, number, isOpen, onToggle }: SourceEntryProps) {
  const editing = useEditing();
  const [asking, setAsking] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const hasUnfit = useHasUnfit(`sources/${source.id}`);
  const name = sourceName(source);
  const remove = () => editing?.pick((doc) => removeSource(doc, source.id));
  return (
    <li className="source" id={`source-${source.id}`}>
      <PlaceFrame place={`sources/${source.id}`} className="source-frame">
        <SourceRead source={source} number={number} />
        <div className="source-actions">
          <WhoIsHere place={`sources/${source.id}`} />
          <DiscussSource sourceId={source.id} name={name} />
          {editing && (
            <>
              <Button
                ref={toggle}
                kind="plain"
                aria-expanded={isOpen}
                aria-label={`${isOpen ? "Close" : "Edit"} ${name}`}
                onClick={() => onToggle(!isOpen)}
              >
                {isOpen ? "Close" : "Edit"}
              </Button>
              <SourceMenu
                source={source}
                sources={sources}
                onRemove={() => (number === null ? remove() : setAsking(true))}
              />
            </>
          )}
        </div>
        {editing && !isOpen && hasUnfit && (
          <p className="field-error source-unfit">An entry of this source is not stored. Open it to see why.</p>
        )}
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

function SourceMenu({
  source,
  sources,
  onRemove,
}: {
  source: Source;
  sources: readonly Source[];
  onRemove: () => void;
}) {
  const editing = useEditing();
  const at = sources.findIndex((one) => one.id === source.id);
  const name = sourceName(source);
  const move = (beforeId: string | null, place: number) => {
    editing?.pick((doc) => moveSource(doc, sources, source.id, beforeId));
    announce(`${name} is now source ${place} of ${sources.length}`);
  };
  return (
    <MenuButton label={`More for ${name}`} words={<span aria-hidden="true">⋯</span>} kind="plain" icon>
      <MenuEntry words="Move up" isDisabled={at <= 0} onAction={() => move(sources[at - 1]?.id ?? null, at)} />
      <MenuEntry
        words="Move down"
        isDisabled={at === sources.length - 1}
        onAction={() => move(sources[at + 2]?.id ?? null, at + 2)}
      />
      <MenuEntry words="Remove" onAction={onRemove} />
    </MenuButton>
  );
}
