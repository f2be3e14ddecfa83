import { Extension, type Extensions } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import { Plugin } from "@tiptap/pm/state";
import StarterKit from "@tiptap/starter-kit";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { type CitationWords, citation } from "#app/card/citation-node.ts";
import type { CardConnection } from "#app/card/connection.ts";
import { remoteCarets } from "#app/card/remote-carets.ts";
import { rationaleRoot } from "#domain/card-roots.ts";
import { safeHref } from "#domain/safe-href.ts";

type Given = {
  onCite: () => void;
  words: CitationWords;
  /** Whether the text may change from one length to another. */
  fits?: (before: number, after: number) => boolean;
};

/** What a rationale may hold: paragraphs, lists, quotations, bold, italic, links and citations; nothing else. */
export function rationaleExtensions(
  connection: CardConnection,
  { onCite, words, fits = () => true }: Given,
): Extensions {
  connection.undo.manager.addTrackedOrigin(ySyncPluginKey);
  return [
    StarterKit.configure({
      heading: false,
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      undoRedo: false,
      trailingNode: false,
      dropcursor: false,
      gapcursor: false,
      link: {
        openOnClick: false,
        autolink: false,
        HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null, class: null },
        isAllowedUri: (address) => safeHref(address) !== null,
      },
    }),
    quotedWords,
    room(fits),
    citation(connection, onCite, words),
    Collaboration.configure({
      fragment: rationaleRoot(connection.doc),
      yUndoOptions: { undoManager: borrowed(connection.undo.manager) },
    }),
    remoteCarets(connection.presence.awareness),
  ];
}

/** A quotation knows its language and where it is from. */
const quotedWords = Extension.create({
  name: "quotedWords",
  addGlobalAttributes() {
    return [{ types: ["blockquote"], attributes: { lang: { default: null }, cite: { default: null } } }];
  },
});

/** Takes what fits; colleagues' changes are never refused. A paragraph counts two characters more than its words. */
const room = (fits: (before: number, after: number) => boolean) =>
  Extension.create({
    name: "room",
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: (transaction, { doc }) =>
          !transaction.docChanged ||
          Boolean(transaction.getMeta(ySyncPluginKey)) ||
          fits(doc.content.size, transaction.doc.content.size),
      }),
    ],
  });

/** The editor ends the undo manager that it is given when it is closed, but this one belongs to the whole card. */
function borrowed<T extends object>(manager: T): T {
  return Object.create(manager, { destroy: { value: () => {} } }) as T;
}
