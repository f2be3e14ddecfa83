import * as Y from "yjs";
import { CARD_ROOTS } from "#domain/card.ts";
import { type NodeRule, RATIONALE_MARKS, RATIONALE_NODES, RATIONALE_ROOT } from "#domain/rationale-layout.ts";
import { offLayout } from "#server/collab/refusal.ts";

/** How deep types and values may be nested; every recursion over a card stays far from the stack's end. */
export const MAX_DEPTH = 32;
const MAX_KEY = 200;
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** What holds an item: a root of the card or a type nested in one. An element of the rationale knows its rule. */
export type Container =
  | { kind: "text" | "map" | "sources" | "source" | "words"; depth: number }
  | { kind: "node"; depth: number; name: string; rule: NodeRule };

/** Where an item goes: into a container, under a key or into its list. "gone" when the container was deleted. */
export type Place = { container: Container; key: string | null } | "gone";

export function rootContainer(name: string): Container {
  if (!Object.hasOwn(CARD_ROOTS, name)) throw offLayout("The card has no such part.");
  const kind = CARD_ROOTS[name as keyof typeof CARD_ROOTS];
  if (name === "sources") return { kind: "sources", depth: 0 };
  return kind === "xml" ? { kind: "node", depth: 0, name, rule: RATIONALE_ROOT } : { kind, depth: 0 };
}

/** The container that a nested type is, seen from the one it stands in. */
export function nestedContainer(outer: Container, type: Y.AbstractType<unknown>): Container {
  const depth = outer.depth + 1;
  if (depth > MAX_DEPTH) throw offLayout("The card is nested too deeply.");
  if (outer.kind === "sources" && type.constructor === Y.Map) return { kind: "source", depth };
  if (outer.kind === "node") return nodeIn(outer.rule, type, depth);
  throw cannotHold();
}

function nodeIn({ children }: NodeRule, type: Y.AbstractType<unknown>, depth: number): Container {
  const name = type.constructor === Y.XmlText ? "text" : type.constructor === Y.XmlElement ? nameOf(type) : null;
  if (name === null || !children.includes(name)) throw cannotHold();
  const rule = RATIONALE_NODES[name];
  return rule ? { kind: "node", depth, name, rule } : { kind: "words", depth };
}

const nameOf = (type: Y.AbstractType<unknown>) => (type as unknown as Y.XmlElement).nodeName;

/** Refuses content that the card's layout does not have at this place. */
export function checkContent(place: Place, content: Y.Item["content"]): void {
  if (place === "gone" || content instanceof Y.ContentDeleted) return;
  const { container, key } = place;
  if (key !== null) checkKey(key);
  const fits = key === null ? isListContent(container, content) : isKeyedContent(container, key, content);
  if (!fits) throw cannotHold();
  checkValues(content);
}

function isListContent(container: Container, content: unknown): boolean {
  if (container.kind === "text") return content instanceof Y.ContentString;
  if (container.kind === "words") return content instanceof Y.ContentString || isMark(content);
  return container.kind === "node" && isType(container, content);
}

/** A mark on words of the rationale; without a value it ends there. */
function isMark(content: unknown): boolean {
  if (!(content instanceof Y.ContentFormat) || !Object.hasOwn(RATIONALE_MARKS, content.key)) return false;
  return content.value === null || (RATIONALE_MARKS[content.key]?.safeParse(content.value).success ?? false);
}

function isKeyedContent(container: Container, key: string, content: unknown): boolean {
  if (container.kind === "sources") return isType(container, content);
  if (!(content instanceof Y.ContentAny)) return false;
  if (container.kind === "map" || container.kind === "source") return true;
  return container.kind === "node" && isAttribute(container.rule, key, content.arr);
}

function isAttribute({ attributes }: NodeRule, key: string, values: readonly unknown[]): boolean {
  const type = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
  return type !== undefined && values.every((value) => type.safeParse(value).success);
}

function isType(container: Container, content: unknown): boolean {
  if (!(content instanceof Y.ContentType)) return false;
  nestedContainer(container, content.type);
  return true;
}

const cannotHold = () => offLayout("This part of the card cannot hold that.");

function checkValues(content: unknown): void {
  if (content instanceof Y.ContentAny) for (const value of content.arr) checkValue(value, 0);
}

function checkKey(key: string): void {
  if (key.length > MAX_KEY || FORBIDDEN_KEYS.has(key)) throw offLayout("That name cannot be used in a card.");
}

function checkValue(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw offLayout("A value is nested too deeply.");
  if (value === null || value === undefined || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number" && Number.isFinite(value)) return;
  if (Array.isArray(value)) {
    for (const one of value) checkValue(one, depth + 1);
    return;
  }
  // A "__proto__" key changes the prototype of what the decoder builds, so it shows here and not among the keys.
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    throw offLayout("A value is of a kind that a card cannot hold.");
  for (const [key, one] of Object.entries(value)) {
    checkKey(key);
    checkValue(one, depth + 1);
  }
}
