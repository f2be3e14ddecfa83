import { diffArrays } from "diff";
import * as Y from "yjs";
import { patience, wordDiff } from "#domain/word-diff.ts";

type Node = Y.XmlElement | Y.XmlText;
type Run = { insert: unknown; attributes?: Record<string, unknown> };

/** Words that may differ in a text that is restored: more than in one that is shown, as what stays keeps its author. */
const MAX_WORDS = 2_000;

/** Makes a text say what another one says, word by word: words that are in both stay. */
export function restoreWords(now: Y.Text, then: Y.Text): void {
  let at = 0;
  for (const { type, text } of wordDiff(plain(now), plain(then), patience(MAX_WORDS))) {
    if (type === "removed") now.delete(at, text.length);
    if (type === "added") now.insert(at, text);
    if (type !== "removed") at += text.length;
  }
  restoreMarks(now, then);
}

/** More blocks than that in between are written anew instead of being compared. */
const MAX_EDITS = 1_000;

/** Makes the nodes under a parent those of another one. Equal nodes stay; those between two of them become each other. */
export function restoreNodes(now: Y.XmlFragment, then: Y.XmlFragment): void {
  const [is, was] = [nodesOf(now), nodesOf(then)];
  const [old, fresh]: [Node[], Node[]] = [[], []];
  let at = 0;
  const close = () => {
    exchange(now, at, old, fresh);
    at += fresh.length;
    old.length = 0;
    fresh.length = 0;
  };
  for (const { removed, added, count } of changesBetween(is, was)) {
    if (removed) old.push(...is.splice(0, count));
    else if (added) fresh.push(...was.splice(0, count));
    else {
      close();
      is.splice(0, count);
      was.splice(0, count);
      at += count;
    }
  }
  close();
}

function changesBetween(is: readonly Node[], was: readonly Node[]) {
  const changes = diffArrays(is.map(shapeOf), was.map(shapeOf), { maxEditLength: MAX_EDITS });
  const all = [
    { removed: true, added: false, count: is.length },
    { removed: false, added: true, count: was.length },
  ];
  return changes ?? all;
}

function exchange(parent: Y.XmlFragment, at: number, old: readonly Node[], fresh: readonly Node[]): void {
  fresh.forEach((node, index) => {
    const there = old[index];
    if (there && become(there, node)) return;
    if (there) parent.delete(at + index, 1);
    parent.insert(at + index, [node.clone() as Node]);
  });
  if (old.length > fresh.length) parent.delete(at + fresh.length, old.length - fresh.length);
}

/** Turns one node into another; false when they are of different kinds. */
function become(now: Node, then: Node): boolean {
  if (now instanceof Y.XmlText && then instanceof Y.XmlText) restoreWords(now, then);
  else if (now instanceof Y.XmlElement && then instanceof Y.XmlElement && now.nodeName === then.nodeName) {
    restoreAttributes(now, then);
    restoreNodes(now, then);
  } else return false;
  return true;
}

function restoreAttributes(now: Y.XmlElement, then: Y.XmlElement): void {
  const [is, was]: Record<string, unknown>[] = [now.getAttributes(), then.getAttributes()];
  for (const key of Object.keys({ ...is, ...was })) {
    const value = was?.[key];
    if (value === undefined) now.removeAttribute(key);
    else if (value !== is?.[key]) now.setAttribute(key, value as string);
  }
}

/** Both say the same by now; only bold, italics and links may differ. */
function restoreMarks(now: Y.Text, then: Y.Text): void {
  const [is, was] = [runsOf(now), runsOf(then)];
  for (let at = 0; at < now.length; ) {
    const [one, other] = [is.find(({ end }) => end > at), was.find(({ end }) => end > at)];
    const end = Math.min(one?.end ?? now.length, other?.end ?? now.length);
    if (named(one?.marks) !== named(other?.marks))
      now.format(at, end - at, { ...without(one?.marks), ...other?.marks });
    at = end;
  }
}

type Marks = Record<string, unknown>;

function runsOf(text: Y.Text): { end: number; marks: Marks }[] {
  let end = 0;
  return (text.toDelta() as Run[]).map(({ insert, attributes = {} }) => {
    end += typeof insert === "string" ? insert.length : 1;
    return { end, marks: attributes };
  });
}

const without = (marks: Marks = {}) => Object.fromEntries(Object.keys(marks).map((name) => [name, null]));
const named = (marks: Marks = {}) => JSON.stringify(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)));

const plain = (text: Y.Text) =>
  (text.toDelta() as Run[]).map(({ insert }) => (typeof insert === "string" ? insert : "\ufffc")).join("");

const nodesOf = (parent: Y.XmlFragment) => parent.toArray() as Node[];

/** Everything that a node holds, as text to be compared. */
function shapeOf(node: Node): string {
  if (node instanceof Y.XmlText) return JSON.stringify(node.toDelta());
  const attributes = Object.entries(node.getAttributes()).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([node.nodeName, attributes, nodesOf(node).map(shapeOf)]);
}
