import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Editor } from "@tiptap/react";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { useEffect, useRef } from "react";
import type { CardConnection } from "#app/card/connection.ts";
import { readCaret } from "#app/card/read-caret.ts";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { type ThreadSpan, threadSpans } from "#app/discussion/thread-spans.ts";

type Doc = Editor["state"]["doc"];
const key = new PluginKey<DecorationSet>("threadWords");

/** Draws the words of threads in the editor. They are decorations: nothing of them is in the text. */
export function useRationaleMarks(editor: Editor, { doc }: CardConnection): void {
  const { discussion, current } = useDiscussion();
  const { threads } = discussion;
  const spansNow = useRef<() => ThreadSpan[]>(() => []);
  spansNow.current = () => threadSpans(doc, "rationale", { threads, current });
  useEffect(() => {
    if (editor.isDestroyed) return;
    editor.registerPlugin(marksPlugin(() => spansNow.current()));
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(key);
    };
  }, [editor]);
  const drawn = JSON.stringify([threads.filter(({ resolved }) => !resolved).map(({ id }) => id), current]);
  useEffect(() => {
    if (!drawn || editor.isDestroyed) return;
    readCaret();
    editor.view.dispatch(editor.state.tr.setMeta(key, true));
  }, [editor, drawn]);
}

/** While this person types, they move with the words; a colleague's change replaces the text, so they are found anew. */
const marksPlugin = (spansNow: () => ThreadSpan[]) =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => decorations(doc, spansNow()),
      apply: (transaction, before) =>
        transaction.getMeta(key) || transaction.getMeta(ySyncPluginKey)?.isChangeOrigin
          ? decorations(transaction.doc, spansNow())
          : before.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  });

function decorations(doc: Doc, spans: readonly ThreadSpan[]): DecorationSet {
  const found: Decoration[] = [];
  let before = 0;
  doc.descendants((node, position) => {
    if (!node.isText) return;
    const length = node.text?.length ?? 0;
    for (const { id, from, to, isCurrent } of spans) {
      const [first, last] = [Math.max(from - before, 0), Math.min(to - before, length)];
      if (first >= last) continue;
      const shown = { class: "thread-words", "data-thread": id, ...(isCurrent && { "data-current": "true" }) };
      found.push(Decoration.inline(position + first, position + last, shown));
    }
    before += length;
  });
  return DecorationSet.create(doc, found);
}
