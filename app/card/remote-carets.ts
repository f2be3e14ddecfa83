import { type Editor, Extension } from "@tiptap/core";
import { relativePositionToAbsolutePosition, yCursorPlugin, ySyncPluginKey } from "@tiptap/y-tiptap";
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
        yCursorPlugin(withoutOwn(awareness), {
          awarenessStateFilter: (own: number, other: number, state: State) =>
            own !== other && Boolean(state?.user?.name) && isDrawable(editor, state),
          cursorBuilder: caret,
          selectionBuilder: ({ colour = 0 }: User) => ({ class: "caret-selection", "data-colour": String(colour % 8) }),
        }),
      ];
    },
  });
}

type Listener = (changes: Changes, ...rest: unknown[]) => void;

/** The plugin draws everybody's caret anew whenever somebody moves; with each own key that would be for nothing. */
function withoutOwn(awareness: Presence["awareness"]): Presence["awareness"] {
  const heard = new Map<Listener, Listener>();
  const on = (event: string, listener: Listener) => {
    const hear: Listener = (changes, ...rest) => {
      if (!isOthers(changes, awareness.clientID)) return;
      // The plugin draws in the next turn, with the timer that it starts now.
      setTimeout(readCaret);
      listener(changes, ...rest);
    };
    heard.set(listener, hear);
    awareness.on(event as "change", hear as never);
  };
  const off = (event: string, listener: Listener) => awareness.off(event as "change", heard.get(listener) as never);
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
