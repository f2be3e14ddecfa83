import { Node } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { asksForSource } from "#app/card/asking-brackets.ts";
import type { CardConnection } from "#app/card/connection.ts";
import { citedOrder, numberIn } from "#app/card/numbering.ts";
import type { NamedSource } from "#domain/card-names.ts";

/** What stands in the place of a number, and how the page calls a source. */
export type CitationWords = { removed: string; gone: string; nameOf: (source: NamedSource) => string };

/** A citation in the text: one unit, shown as the number that its source has by first use. */
export function citation(connection: CardConnection, onCite: () => void, words: CitationWords) {
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
    renderHTML: ({ HTMLAttributes }) => ["span", { ...HTMLAttributes, class: "citation" }, "[…]"],
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
        const show = () => paint(dom, connection, node.attrs.sourceId as string, words);
        show();
        return { dom, destroy: connection.card.subscribe(show) };
      },
    addProseMirrorPlugins: () => [twoBrackets(onCite)],
  });
}

function paint(dom: HTMLElement, connection: CardConnection, sourceId: string, words: CitationWords): void {
  const card = connection.card.read();
  const source = card?.sources.find((one) => one.id === sourceId);
  const number = card && source ? numberIn(citedOrder(card), sourceId) : null;
  const shown = source ? `[${number ?? "…"}]` : words.removed;
  if (dom.textContent !== shown) dom.textContent = shown;
  dom.title = source ? words.nameOf(source) : words.gone;
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
