import { Extension } from "@tiptap/core";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { Presence } from "#app/card/presence.ts";

type User = { name?: string; colour?: number };

/** Colleagues' carets in the editor: only to be seen, their names are told elsewhere. */
export function remoteCarets(awareness: Presence["awareness"]) {
  return Extension.create({
    name: "remoteCarets",
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (own: number, other: number, state: { user?: User } | null) =>
          own !== other && Boolean(state?.user?.name),
        cursorBuilder: caret,
        selectionBuilder: ({ colour = 0 }: User) => ({ class: "caret-selection", "data-colour": String(colour % 8) }),
      }),
    ],
  });
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
