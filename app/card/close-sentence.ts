import { CLOSE } from "#domain/protocol.ts";

/** The websocket standard's code for a message above the server's bound; the same message would be sent again for ever. */
const TOO_LARGE = 1009;

/** What happened and what to do, per close code; codes without a sentence are ordinary interruptions. */
const sentences: Record<number, string> = {
  [CLOSE.badMessage]: "Can't save: the server could not read what this tab sent. Copy your text and reload the page.",
  [CLOSE.signedOut]:
    "Can't save: you are signed out. Keep this tab open and sign in in another one; then it goes on by itself.",
  [CLOSE.notAllowed]: "Can't save: you may no longer edit this card. Copy your text and ask an editor.",
  [CLOSE.noSuchClaim]: "Can't save: this claim is gone or no longer open to you. Copy your text and ask an editor.",
  [CLOSE.foreignClientId]: "Can't save: this tab is mixed up with another sign-in. Copy your text and reload the page.",
  [CLOSE.reloadApp]: "Can't save: Assay was updated. Copy your text and reload the page.",
  [TOO_LARGE]:
    "Can't save: one change is larger than the server takes. Copy your text, reload the page and add less at once.",
  [CLOSE.storage]: "Can't save: the server cannot write to its disk. Keep this tab open; it tries again by itself.",
  [CLOSE.slowDown]: "Can't save: too much at once. Wait a moment and keep this tab open; it goes on by itself.",
};

/** The server's own words follow where it gave a sentence, e.g. which limit was met. */
export function closeSentence(code: number, reason: string): string | null {
  const sentence =
    sentences[code] ??
    (isFinal(code) ? "Can't save: the server ended the connection. Copy your text and reload the page." : null);
  if (sentence === null) return null;
  return reason.endsWith(".") && reason !== sentence ? `${sentence} (${reason})` : sentence;
}

/** Whether trying again cannot help. */
export function isFinal(code: number): boolean {
  return code === TOO_LARGE || (code >= 4400 && code < 4500);
}
