import { Check } from "lucide-react";
import { useBoardActions } from "#app/board/board-context.ts";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { useWords } from "#app/words/speech.tsx";

/** Chooses a claim for a decision on many. A button, so that the keys of the list work while it has the focus. */
export function SelectBox({ row }: { row: ClaimRow }) {
  const { selection, active } = useBoardActions();
  const say = useWords("board");
  const isOn = selection.ids.has(row.id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native checkbox would take the single keys of the list.
    <button
      type="button"
      role="checkbox"
      className="select-box"
      aria-checked={isOn}
      aria-label={say("select_claim", { reference: row.reference })}
      tabIndex={active === row.id ? 0 : -1}
      onClick={(event) => (event.shiftKey ? selection.extend(row.id) : selection.toggle(row.id))}
    >
      {isOn && <Check size={14} aria-hidden="true" />}
    </button>
  );
}
