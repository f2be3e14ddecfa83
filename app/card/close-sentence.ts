import { CARD_FULL, CLOSE } from "#domain/protocol.ts";

/** The websocket standard's code for a message above the server's bound; the same message would be sent again for ever. */
const TOO_LARGE = 1009;

/** What happened; what to do while something typed is not stored; and what to do when all of it is. */
type Words = { why: string; unsent: string; saved?: string };

const RELOAD = { unsent: "Copy your text and reload the page.", saved: "Reload the page to go on." };

/** Per close code; codes without words are ordinary interruptions. */
const words: Record<number, Words> = {
  [CLOSE.badMessage]: { why: "the server could not read what this tab sent", ...RELOAD },
  [CLOSE.signedOut]: {
    why: "you are signed out",
    unsent: "Keep this tab open and sign in in another one; then it goes on by itself.",
  },
  [CLOSE.notAllowed]: { why: "you may no longer edit this card", unsent: "Copy your text and ask an editor." },
  [CLOSE.noSuchClaim]: {
    why: "this claim is gone or no longer open to you",
    unsent: "Copy your text and ask an editor.",
  },
  [CLOSE.foreignClientId]: { why: "this tab is mixed up with another sign-in", ...RELOAD },
  [CLOSE.setAside]: {
    why: "this card is set aside until an administrator has looked at it",
    unsent: "Copy your text.",
  },
  [CLOSE.reloadApp]: { why: "Assay was updated", ...RELOAD },
  [TOO_LARGE]: {
    why: "one change is larger than the server takes",
    unsent: "Copy your text, reload the page and add less at once.",
    saved: "Reload the page to go on.",
  },
};

const FULL: Words = {
  why: "this card is full",
  unsent: "Copy your text, reload the page, and take something out before you add it.",
  saved: "Reload the page, and take something out before adding more.",
};

const ENDED: Words = { why: "the server ended the connection", ...RELOAD };

/** These pass by themselves. */
const passing: Record<number, string> = {
  [CLOSE.storage]: "Can't save: the server cannot write to its disk. Keep this tab open; it tries again by itself.",
  [CLOSE.slowDown]: "Can't save: too much at once. Wait a moment and keep this tab open; it goes on by itself.",
};

/** What happened and what to do. The server's own words follow where they say more, e.g. which limit was met. */
export function closeSentence(code: number, reason: string, hasUnsent: boolean): string | null {
  if (code === CLOSE.notAllowed && reason === CARD_FULL) return finalSentence(FULL, hasUnsent);
  const sentence = passing[code] ?? (isFinal(code) ? finalSentence(words[code] ?? ENDED, hasUnsent) : null);
  if (sentence === null) return null;
  const isNew = reason.endsWith(".") && !sentence.toLowerCase().includes(reason.slice(0, -1).toLowerCase());
  return isNew && (hasUnsent || !isFinal(code)) ? `${sentence} (${reason})` : sentence;
}

function finalSentence({ why, unsent, saved }: Words, hasUnsent: boolean): string {
  if (hasUnsent) return `Can't save: ${why}. ${unsent}`;
  const whole = why === "you are signed out" ? "Signed out" : why.charAt(0).toUpperCase() + why.slice(1);
  return [`${whole}. Everything you typed is saved.`, saved].filter(Boolean).join(" ");
}

/** Whether trying again cannot help. */
export function isFinal(code: number): boolean {
  return code === TOO_LARGE || (code >= 4400 && code < 4500);
}
