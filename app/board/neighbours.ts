export type Direction = "up" | "down" | "before" | "after" | "first" | "last" | "pageUp" | "pageDown";

/** How many claims PageUp and PageDown pass. */
const PAGE = 8;

/**
 * The card to go to from this one: along its column, or across to the same height in the next column that holds any.
 * Returns null at an edge, or when the card is not on the board.
 */
export function neighbour(columns: readonly (readonly string[])[], from: string, direction: Direction): string | null {
  const at = columns.findIndex((ids) => ids.includes(from));
  const column = columns[at];
  if (!column) return null;
  const place = column.indexOf(from);
  if (direction === "before" || direction === "after") return across(columns, at, place, direction);
  const to = { up: place - 1, down: place + 1, first: 0, last: column.length - 1, ...pages(place, column.length) };
  const target = column[to[direction]] ?? null;
  return target === from ? null : target;
}

const pages = (place: number, length: number) => ({
  pageUp: Math.max(0, place - PAGE),
  pageDown: Math.min(length - 1, place + PAGE),
});

function across(columns: readonly (readonly string[])[], at: number, place: number, direction: "before" | "after") {
  const others = direction === "after" ? columns.slice(at + 1) : columns.slice(0, at).reverse();
  const target = others.find((ids) => ids.length > 0);
  return target?.[Math.min(place, target.length - 1)] ?? null;
}

const ALONG: Record<string, Direction> = {
  ...{ ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last", PageUp: "pageUp", PageDown: "pageDown" },
};

/** What a key means for going from claim to claim; left and right follow the direction of the writing. */
export function directionOf(key: string, rightToLeft: boolean): Direction | null {
  if (key === "ArrowLeft") return rightToLeft ? "after" : "before";
  if (key === "ArrowRight") return rightToLeft ? "before" : "after";
  return ALONG[key] ?? null;
}
