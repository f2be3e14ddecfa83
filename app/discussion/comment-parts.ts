import { mentionsIn } from "#domain/mentions.ts";
import { safeHref } from "#domain/safe-href.ts";

export type Part =
  | { kind: "words"; at: number; text: string }
  | { kind: "mention"; at: number; text: string }
  | { kind: "link"; at: number; text: string; href: string };

const ADDRESS = /https?:\/\/[^\s<>"“”„«»]+/giu;
/** What ends a sentence is no part of an address. */
const TAIL = /[.,;:!?'’)\]]+$/u;

/** A comment cut into plain words, the people whom it names, and the addresses that may be links. */
export function partsOf(text: string, people: readonly { id: string; name: string }[]): Part[] {
  const found = [...mentionParts(text, people), ...linkParts(text)].sort((a, b) => a.at - b.at);
  const parts: Part[] = [];
  let from = 0;
  for (const one of found) {
    if (one.at < from) continue;
    if (one.at > from) parts.push({ kind: "words", at: from, text: text.slice(from, one.at) });
    parts.push(one);
    from = one.at + one.text.length;
  }
  if (from < text.length) parts.push({ kind: "words", at: from, text: text.slice(from) });
  return parts;
}

const mentionParts = (text: string, people: readonly { id: string; name: string }[]): Part[] =>
  mentionsIn(text, people).map(({ at, words }) => ({ kind: "mention", at, text: words }));

const linkParts = (text: string): Part[] =>
  [...text.matchAll(ADDRESS)].flatMap(({ index, 0: address }) => {
    const words = withoutTail(address);
    const href = safeHref(words);
    return href ? [{ kind: "link" as const, at: index, text: words, href }] : [];
  });

/** A bracket at the end belongs to an address that has opened one. */
function withoutTail(address: string): string {
  const cut = address.replace(TAIL, "");
  return address[cut.length] === ")" && cut.includes("(") ? `${cut})` : cut;
}
