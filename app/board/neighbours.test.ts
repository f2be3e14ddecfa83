import { expect, test } from "vitest";
import { directionOf, neighbour } from "#app/board/neighbours.ts";

const columns = [["a", "b", "c"], [], ["d"], ["e", "f"]];

test("up and down stay in the column and stop at its ends", () => {
  expect(neighbour(columns, "a", "down")).toBe("b");
  expect(neighbour(columns, "c", "down")).toBeNull();
  expect(neighbour(columns, "a", "up")).toBeNull();
});

test("going across skips empty columns and lands at the same height or at the last card", () => {
  expect(neighbour(columns, "c", "after")).toBe("d");
  expect(neighbour(columns, "d", "before")).toBe("a");
  expect(neighbour(columns, "f", "before")).toBe("d");
  expect(neighbour(columns, "f", "after")).toBeNull();
});

test("a card that has left the board has no neighbours", () => {
  expect(neighbour(columns, "x", "down")).toBeNull();
});

test("left and right follow the direction of the writing", () => {
  expect(directionOf("ArrowLeft", false)).toBe("before");
  expect(directionOf("ArrowLeft", true)).toBe("after");
  expect(directionOf("ArrowRight", true)).toBe("before");
  expect(directionOf("Tab", false)).toBeNull();
});
