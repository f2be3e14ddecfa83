import { Node } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { asksForSource } from "#app/card/asking-brackets.ts";
import type { CardConnection } from "#app/card/connection.ts";
import { citedOrder, numberIn, sourceName } from "#app/card/numbering.ts";

/** A citation in the text: one unit, shown as the number that its source has by first use. */
export function citation(connection: CardConnection, onCite: () => void) {
  return Node.create({
    name: "citation",
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({
      sourceId: {
        default: "",
        parseHTML: (element) => element.getAttribute("data-source"),
        renderHTML: ({ sourceId }) => ({ "data-source": sourceId }),
      },
    }),
    parseHTML: () => [{ tag: "span[data-source]" }],
    renderHTML: ({ HTMLAttributes }) => ["span", { ...HTMLAttributes, class: "citation" }, "[source]"],
    addKeyboardShortcuts: () => ({
      "Mod-Shift-e": () => {
        onCite();
        return true;
      },
    }),
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement("span");
        dom.className = "citation";
        const show = () => paint(dom, connection, node.attrs.sourceId as string);
        show();
        return { dom, destroy: connection.card.subscribe(show) };
      },
    addProseMirrorPlugins: () => [twoBrackets(onCite)],
  });
}

function paint(dom: HTMLElement, connection: CardConnection, sourceId: string): void {
  const card = connection.card.read();
  const source = card?.sources.find((one) => one.id === sourceId);
  const number = card && source ? numberIn(citedOrder(card), sourceId) : null;
  const words = source ? `[${number ?? "…"}]` : "[source removed]";
  if (dom.textContent !== words) dom.textContent = words;
  dom.title = source ? sourceName(source) : "The source was removed";
  dom.toggleAttribute("data-gone", !source);
}

/** Typing the second of two opening brackets asks for a source. They stay in the text until one is chosen. */
function twoBrackets(onCite: () => void): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        if (view.composing || !asksForSource(view.state, from, text)) return false;
        view.dispatch(view.state.tr.insertText(text, from, to));
        onCite();
        return true;
      },
    },
  });
}
