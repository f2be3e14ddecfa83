import { describe, expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { filterClaims, isFiltered, readFilters, searchWithout } from "#app/board/filters.ts";
import { formatFigure } from "#domain/figures.ts";

const ana = { id: "ana", name: "Ana", colour: 0, role: "analyst" as const };
const upTo1500 = { qualifier: "up_to", value: "1500", upper: "", unit: "detainees" } as const;
const rows = [
  claimRow({ number: 1, assignee: ana, status: "in_review", ratingId: "disputed", figures: [upTo1500] }),
  claimRow({ number: 2, status: "inbox", statement: "São Paulo a libéré 81 détenus" }),
  claimRow({ number: 3, assignee: { ...ana, id: "bo", name: "Bo" }, claimant: "وزارة الدّاخلية" }),
];

const found = (search: string, me = "ana") =>
  filterClaims(rows, readFilters(new URLSearchParams(search)), { myId: me, figureWords: formatFigure }).map(
    (row) => row.number,
  );

describe("the filters in the address", () => {
  test("an address that asks for nothing shows every claim", () => {
    expect(found("")).toEqual([1, 2, 3]);
    expect(isFiltered(readFilters(new URLSearchParams("sort=due")))).toBe(false);
  });

  test("'me' is whoever opens the link, not whoever made it", () => {
    expect(found("assignee=me", "ana")).toEqual([1]);
    expect(found("assignee=me", "bo")).toEqual([3]);
  });

  test("nobody and no verdict can be asked for", () => {
    expect(found("assignee=none")).toEqual([2]);
    expect(found("rating=none")).toEqual([2, 3]);
  });

  test("all filters have to match together", () => {
    expect(found("assignee=me&status=in_review&rating=disputed&q=1,500")).toEqual([1]);
    expect(found("assignee=me&status=inbox")).toEqual([]);
  });

  test("words are found in any order, without accents or vowel signs, also in figures and references", () => {
    expect(found("q=detenus+SAO")).toEqual([2]);
    expect(found("q=الداخلية")).toEqual([3]);
    expect(found("q=detenus+families")).toEqual([]);
    expect(found("q=c-14-2")).toEqual([2]);
  });

  test("a status nobody knows is no filter", () => {
    expect(found("status=lost")).toEqual([1, 2, 3]);
  });

  test("taking one chip away leaves the other filters and the sorting alone", () => {
    const search = new URLSearchParams("assignee=me&q=prison&sort=due");
    expect(searchWithout(search, "text")).toBe("?assignee=me&sort=due");
    expect(searchWithout(search)).toBe("?sort=due");
  });
});
