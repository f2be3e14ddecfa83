import { useEditing } from "#app/card/card-context.ts";
import { sourceAfter } from "#app/card/source-order.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Source } from "#domain/card.ts";
import { moveSource } from "#domain/card-edit.ts";

/** Puts a source in another place, counted from 0, and says so; null, and where it stands already, only say so. */
export type PutSource = (id: string, to: number | null) => void;

export function useSourceOrder(sources: readonly Source[]): PutSource {
  const editing = useEditing();
  const say = useWords("sources");
  return (id, to) => {
    const at = sources.findIndex((one) => one.id === id);
    const said = { from: at + 1, count: sources.length };
    if (to === null || to === at) return announce(say("not_moved", said));
    editing?.pick((doc) => moveSource(doc, sources, id, sourceAfter(sources, id, to)));
    announce(say("moved", { ...said, to: to + 1 }));
  };
}
