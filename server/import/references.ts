import { isRecord } from "#server/import/spot.ts";

/** Members of a check, and of its claim, that may name a node of the graph instead of holding it. */
const NAMING = new Set([
  ...["itemReviewed", "reviewRating", "author", "publisher", "sdPublisher", "citation", "isBasedOn"],
  ...["creator", "appearance", "firstAppearance"],
]);
/** From a check to its claim, from the claim to who made it. */
const DEEPEST = 2;
/** Nodes that are put into one check, and objects in which nodes are looked for. */
const MOST_NODES = 500;
const MOST_OBJECTS = 1_000_000;

type Node = Record<string, unknown>;

/**
 * Puts into a check the nodes that it names by `@id`, as they stand elsewhere in the file. What no node answers to stays.
 * @see https://www.w3.org/TR/json-ld11/#node-identifiers
 */
export function referencesIn(whole: unknown): (check: unknown) => unknown {
  let nodes: Map<string, Node> | null = null;
  return (check) => {
    let left = MOST_NODES;
    const nodeOf = (value: Node): Node => {
      if (!isReference(value) || left-- <= 0) return value;
      nodes ??= nodesIn(whole);
      return nodes.get(String(value["@id"])) ?? value;
    };
    const filled = (value: unknown, depth: number): unknown => {
      if (Array.isArray(value)) return value.map((one) => (isRecord(one) ? filled(one, depth) : one));
      if (!isRecord(value)) return value;
      const node = nodeOf(value);
      return depth > DEEPEST || !Object.keys(node).some((name) => NAMING.has(name)) ? node : withNodes(node, depth);
    };
    const withNodes = (node: Node, depth: number): Node =>
      Object.fromEntries(
        Object.entries(node).map(([name, value]) => [name, NAMING.has(name) ? filled(value, depth + 1) : value]),
      );
    return filled(check, 0);
  };
}

const saysMore = (value: Node): boolean => Object.keys(value).some((name) => !name.startsWith("@"));

const isReference = (value: Node): boolean => typeof value["@id"] === "string" && !saysMore(value);

/** The nodes that have an id and say anything, the first of each id. */
function nodesIn(whole: unknown): Map<string, Node> {
  const nodes = new Map<string, Node>();
  const waiting: unknown[] = [whole];
  for (let count = 0; waiting.length > 0 && count < MOST_OBJECTS; count++) {
    const value = waiting.pop();
    if (isRecord(value)) {
      const id = value["@id"];
      if (typeof id === "string" && saysMore(value) && !nodes.has(id)) nodes.set(id, value);
    }
    if (typeof value === "object" && value !== null)
      for (const one of Object.values(value).reverse()) waiting.push(one);
  }
  return nodes;
}
