import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { groupClaims, readGrouping } from "#app/board/grouping.ts";
import { english } from "#domain/words/english.ts";

const person = (name: string) => ({ id: name, name, colour: 0, role: "analyst" as const });
const NOW = new Date(2026, 2, 10, 9).getTime();
const HOUR = 3_600_000;
const naming = { say: english("filters"), sayStatus: english("statuses"), locale: "en-GB" };
const told = (groups: ReturnType<typeof groupClaims>) => groups.map(({ words, rows }) => `${words} ${rows.length}`);

test("[BV22] claims are grouped by what they are, and those without it come last", () => {
  const rows = [
    claimRow({ number: 1 }),
    claimRow({ number: 2, assignee: person("Chen"), status: "in_review" }),
    claimRow({ number: 3, assignee: person("Ana") }),
    claimRow({ number: 4, assignee: person("Chen") }),
  ];
  expect(told(groupClaims(rows, "assignee", NOW, naming))).toEqual(["Ana 1", "Chen 2", "Nobody yet 1"]);
  expect(told(groupClaims(rows, "status", NOW, naming))).toEqual(["Inbox 3", "In review 1"]);
  expect(groupClaims(rows, null, NOW, naming)[0]?.rows).toHaveLength(4);
});

test("[BV22] due times are grouped by the reader's days, once their clock is known", () => {
  const rows = [-20, 2, 26, 30 * 24].map((hours, at) => claimRow({ number: at, dueAt: NOW + hours * HOUR }));
  expect(told(groupClaims([...rows, claimRow({ number: 9 })], "due", NOW, naming))).toEqual([
    "Before today 1",
    "Today 1",
    "Tomorrow 1",
    "Later 1",
    "No due time 1",
  ]);
  expect(told(groupClaims(rows, "due", null, naming))).toEqual(["With a due time 4"]);
});

test("[BV22] a grouping that nobody knows is none", () => {
  expect(readGrouping(new URLSearchParams("group=__proto__"))).toBeNull();
});
