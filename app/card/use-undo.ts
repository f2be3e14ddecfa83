import { type RefObject, useEffect } from "react";
import type { CardConnection } from "#app/card/connection.ts";
import type { UndoOutcome } from "#app/card/undo.ts";
import { announce } from "#app/ui/announcer.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";
import { placeSaying } from "#domain/place-words.ts";
import type { Say } from "#domain/words/say.ts";

type Direction = "undo" | "redo";

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y over the whole card, and the browser's own menu entries for them. */
export function useUndo(root: RefObject<HTMLElement>, editing: CardConnection | null): void {
  const say = useWords("card");
  useEffect(() => {
    const element = root.current;
    if (!element || !editing) return;
    const act = (event: Event, direction: Direction | null) => {
      if (!direction || hasItsOwn(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      tell(say, direction, direction === "undo" ? editing.undo.undo() : editing.undo.redo());
    };
    const pressed = (event: KeyboardEvent) => act(event, directionOfKey(event));
    const chosen = (event: InputEvent) => act(event, directionOfInput(event.inputType));
    element.addEventListener("keydown", pressed, { capture: true });
    element.addEventListener("beforeinput", chosen, { capture: true });
    return () => {
      element.removeEventListener("keydown", pressed, { capture: true });
      element.removeEventListener("beforeinput", chosen, { capture: true });
    };
  }, [root, editing, say]);
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

function tell(say: Say<"card">, direction: Direction, outcome: UndoOutcome | null): void {
  const place = placeSaying(outcome?.place ?? "");
  const who = outcome?.by ?? ({ room: "claims", id: "somebody" } as const);
  if (!outcome) announce(say(`${direction}_none`));
  else if (outcome.done) announce(say(direction === "undo" ? "undone" : "redone", { place }));
  else toast(say(`${direction}_overtaken`, { who, place }));
}
