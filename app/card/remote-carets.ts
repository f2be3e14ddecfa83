import { type Editor, Extension } from "@tiptap/core";
import { relativePositionToAbsolutePosition, yCursorPlugin, yCursorPluginKey, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type Changes, isOthers, type Presence } from "#app/card/presence.ts";
import { readCaret } from "#app/card/read-caret.ts";

type User = { name?: string; colour?: number };
type State = { user?: User; cursor?: { anchor: unknown; head: unknown } | null } | null;

/** Colleagues' carets in the editor: only to be seen, their names are told elsewhere. */
export function remoteCarets(awareness: Presence["awareness"]) {
  return Extension.create({
    name: "remoteCarets",
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        yCursorPlugin(drawnBy(drawing(editor), awareness), {
          awarenessStateFilter: (own: number, other: number, state: State) =>
            own !== other && Boolean(state?.user?.name) && isDrawable(editor, state),
          cursorBuilder: caret,
          selectionBuilder: ({ colour = 0 }: User) => ({ class: "caret-selection", "data-colour": String(colour % 8) }),
        }),
      ];
    },
  });
}

/**
 * Draws colleagues' carets, once for all that moved together. The plugin draws with a timer: a key that comes before it
 * moves the own caret, which drawing would put back to where it was last read.
 */
function drawing(editor: Editor): () => void {
  let isOwed = false;
  const draw = () => {
    isOwed = false;
    if (editor.isDestroyed) return;
    readCaret();
    editor.view.dispatch(editor.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
  };
  return () => {
    if (!isOwed) queueMicrotask(draw);
    isOwed = true;
  };
}

type Listener = (changes: Changes) => void;

/** The plugin would draw everybody's caret anew with each own key as well; that would be for nothing. */
function drawnBy(draw: () => void, awareness: Presence["awareness"]): Presence["awareness"] {
  const hear: Listener = (changes) => isOthers(changes, awareness.clientID) && draw();
  const on = (event: "change") => awareness.on(event, hear);
  const off = (event: "change") => awareness.off(event, hear);
  return Object.create(awareness, { on: { value: on }, off: { value: off } }) as Presence["awareness"];
}

/** Whether the plugin can place both ends: they come from a colleague's browser, and may name anything. */
function isDrawable(editor: Editor, state: State): boolean {
  const { doc, type, binding } = ySyncPluginKey.getState(editor.state) ?? {};
  try {
    for (const end of state?.cursor ? [state.cursor.anchor, state.cursor.head] : [])
      relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(end), binding.mapping);
    return true;
  } catch {
    return false;
  }
}

function caret({ name = "", colour = 0 }: User): HTMLElement {
  const dom = document.createElement("span");
  dom.className = "caret";
  dom.dataset.colour = String(colour % 8);
  dom.setAttribute("aria-hidden", "true");
  const label = document.createElement("span");
  label.className = "caret-name";
  label.textContent = name;
  dom.append(label);
  return dom;
}
