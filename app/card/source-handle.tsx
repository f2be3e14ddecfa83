import { GripVertical } from "lucide-react";
import { type KeyboardEvent, type RefObject, useId } from "react";
import { STEP_KEYS, type Step } from "#app/card/source-order.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";

type HandleProps = {
  button: RefObject<HTMLButtonElement>;
  name: string;
  disabled: boolean;
  isMenuOpen: boolean;
  onStep: (step: Step) => void;
  onMenu: () => void;
};

/** Holds a source: it is dragged by it, moved by the arrows while it has the focus, and a click opens the menu. */
export function SourceHandle({ button, name, disabled, isMenuOpen, onStep, onMenu }: HandleProps) {
  const say = useWords("sources");
  const id = useId();
  const press = (event: KeyboardEvent) => {
    const step = STEP_KEYS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <>
      <Button
        ref={button}
        kind="plain"
        icon
        className="source-handle"
        aria-label={say("move", { name })}
        aria-describedby={id}
        aria-haspopup="menu"
        aria-expanded={isMenuOpen}
        title={say("move_hint")}
        disabled={disabled}
        onKeyDown={press}
        onClick={onMenu}
      >
        <GripVertical size={16} aria-hidden="true" />
      </Button>
      <span id={id} className="unseen">
        {say("move_keys")}
      </span>
    </>
  );
}
