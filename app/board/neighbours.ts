export type Direction = "up" | "down" | "before" | "after";

/**
 * The card to go to from this one: along its column, or across to the same height in the next column that holds any.
 * Returns null at an edge, or when the card is not on the board.
 */
export function neighbour(columns: readonly (readonly string[])[], from: string, direction: Direction): string | null {
  const column = columns.findIndex((ids) => ids.includes(from));
  const place = columns[column]?.indexOf(from) ?? -1;
  if (place < 0) return null;
  if (direction === "up") return columns[column]?.[place - 1] ?? null;
  if (direction === "down") return columns[column]?.[place + 1] ?? null;
  const across = direction === "after" ? columns.slice(column + 1) : columns.slice(0, column).reverse();
  const target = across.find((ids) => ids.length > 0);
  return target?.[Math.min(place, target.length - 1)] ?? null;
}

/** What an arrow key means; left and right follow the direction of the writing. */
export function directionOf(key: string, rightToLeft: boolean): Direction | null {
  const across = { ArrowLeft: rightToLeft ? "after" : "before", ArrowRight: rightToLeft ? "before" : "after" } as const;
  if (key === "ArrowUp") return "up";
  if (key === "ArrowDown") return "down";
  return key === "ArrowLeft" || key === "ArrowRight" ? across[key] : null;
}
