import { CLOSE } from "#domain/protocol.ts";

/** What happened and what to do, per close code; codes without a sentence are ordinary interruptions. */
const sentences: Record<number, string> = {
  [CLOSE.badMessage]: "Can't save: the server could not read what this tab sent. Copy your text and reload the page.",
  [CLOSE.signedOut]: "Can't save: you are signed out. Copy your text, then sign in again.",
  [CLOSE.notAllowed]: "Can't save: you may no longer edit this card. Copy your text and ask an editor.",
  [CLOSE.noSuchClaim]: "Can't save: this claim is gone or no longer open to you. Copy your text and ask an editor.",
  [CLOSE.foreignClientId]: "Can't save: this tab is mixed up with another sign-in. Copy your text and reload the page.",
  [CLOSE.reloadApp]: "Can't save: Assay was updated. Copy your text and reload the page.",
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

/** The stock client does not try again after 44xx. */
export function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500;
}
