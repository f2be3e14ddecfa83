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

const NOW = new Date(2026, 2, 10, 12).getTime();
const found = (search: string, me = "ana") =>
  filterClaims(rows, readFilters(new URLSearchParams(search)), { myId: me, now: NOW, figureWords: formatFigure }).map(
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

describe("[BV23] filters by due time, claimant and label", () => {
  const at = (day: number, hour = 9) => new Date(2026, 2, day, hour).getTime();
  const ids = (search: string, now: number | null = NOW) =>
    filterClaims(due, readFilters(new URLSearchParams(search)), { myId: "ana", now, figureWords: formatFigure }).map(
      (row) => row.number,
    );
  const due = [
    claimRow({ number: 1, dueAt: at(10), labels: ["Prison"], claimant: "Ministère" }),
    claimRow({ number: 2, dueAt: at(10, 23), labels: ["prison", "water"] }),
    claimRow({ number: 3, dueAt: at(16), claimant: "ministere" }),
    claimRow({ number: 4, dueAt: at(17), claimant: "" }),
    claimRow({ number: 5, dueAt: at(9), status: "signed_off" }),
    claimRow({ number: 6, dueAt: at(9), status: "released" }),
    claimRow({ number: 7 }),
  ];

  test("overdue is what is late and not settled, today by the reader's midnight, a week is seven days", () => {
    expect(ids("due=overdue")).toEqual([1]);
    expect(ids("due=today")).toEqual([1, 2]);
    expect(ids("due=week")).toEqual([1, 2, 3]);
    expect(ids("due=none")).toEqual([6, 7]);
  });

  test("before the reader's clock is known, everything with a due time may be meant", () => {
    expect(ids("due=today", null)).toEqual([1, 2, 3, 4, 5]);
    expect(ids("due=someday")).toHaveLength(7);
  });

  test("a label and a claimant are found in whatever letters they are written, and none of either can be asked for", () => {
    expect(ids("label=PRISON")).toEqual([1, 2]);
    expect(ids("label=-")).toEqual([3, 4, 5, 6, 7]);
    expect(ids("claimant=Ministere")).toEqual([1, 3]);
    expect(ids("claimant=-")).toEqual([4]);
    expect(ids("q=water")).toEqual([2]);
  });
});
