import { type RefObject, useEffect } from "react";
import type { CardConnection } from "#app/card/connection.ts";
import { placeWord } from "#app/card/places.ts";
import type { UndoOutcome } from "#app/card/undo.ts";
import { announce } from "#app/ui/announcer.tsx";
import { toast } from "#app/ui/toast.tsx";

type Direction = "undo" | "redo";

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y over the whole card, and the browser's own menu entries for them. */
export function useUndo(root: RefObject<HTMLElement>, editing: CardConnection | null): void {
  useEffect(() => {
    const element = root.current;
    if (!element || !editing) return;
    const act = (event: Event, direction: Direction | null) => {
      if (!direction || hasItsOwn(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      tell(direction, direction === "undo" ? editing.undo.undo() : editing.undo.redo());
    };
    const pressed = (event: KeyboardEvent) => act(event, directionOfKey(event));
    const chosen = (event: InputEvent) => act(event, directionOfInput(event.inputType));
    element.addEventListener("keydown", pressed, { capture: true });
    element.addEventListener("beforeinput", chosen, { capture: true });
    return () => {
      element.removeEventListener("keydown", pressed, { capture: true });
      element.removeEventListener("beforeinput", chosen, { capture: true });
    };
  }, [root, editing]);
}

/** A box outside of the card's places, such as one for a comment, is the browser's to undo. */
const hasItsOwn = (target: EventTarget | null) =>
  target instanceof Element && target.matches("input, textarea") && !target.closest("[data-place]");

// Ctrl+Alt is AltGr on many keyboards and types a character.
function directionOfKey({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): Direction | null {
  if (!(ctrlKey || metaKey) || altKey || isComposing) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}

const directionOfInput = (type: string): Direction | null =>
  type === "historyUndo" ? "undo" : type === "historyRedo" ? "redo" : null;

function tell(direction: Direction, outcome: UndoOutcome | null): void {
  if (!outcome) announce(direction === "undo" ? "Nothing of yours left to undo." : "Nothing to redo.");
  else if (outcome.done) announce(`${direction === "undo" ? "Undone" : "Done again"}: ${placeWord(outcome.place)}`);
  else toast(overtaken(direction, outcome));
}

function overtaken(direction: Direction, { by, place }: UndoOutcome): string {
  const nothing = direction === "undo" ? "nothing undone" : "nothing done again";
  return `${by ?? "Somebody"} changed “${placeWord(place)}” after you; ${nothing}.`;
}
