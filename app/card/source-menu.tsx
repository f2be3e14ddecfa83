import { placeAfter, STEPS, type Step } from "#app/card/source-order.ts";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { useWords } from "#app/words/speech.tsx";

type SourceMenuProps = {
  name: string;
  /** Where it stands, counted from 0, and among how many. */
  at: number;
  count: number;
  isDisabled: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onStep: (step: Step) => void;
  onRemove: () => void;
};

/** Everything that is done with a source as a whole. */
export function SourceMenu({ name, at, count, isDisabled, isOpen, onOpenChange, onStep, onRemove }: SourceMenuProps) {
  const say = useWords("sources");
  return (
    <MenuButton
      label={say("more", { name })}
      words={<span aria-hidden="true">⋯</span>}
      kind="plain"
      icon
      isDisabled={isDisabled}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      {STEPS.map((step) => (
        <MenuEntry
          key={step}
          words={say(`move_${step}`)}
          isDisabled={placeAfter(step, at, count) === null}
          onAction={() => onStep(step)}
        />
      ))}
      <MenuEntry words={say("remove")} onAction={onRemove} />
    </MenuButton>
  );
}
