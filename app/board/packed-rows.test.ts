import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { packRows, unpackRows } from "#app/board/packed-rows.ts";

const ana = { id: "ana", name: "Ana", colour: 0, role: "analyst" as const };
const bo = { id: "bo", name: "</script>\u2028", colour: 1, role: "editor" as const };

test("[BV20] packed claims come out as they went in, but for what no list shows", () => {
  const rows = [
    claimRow({
      number: 1,
      assignee: ana,
      reviewers: [bo],
      figures: [{ qualifier: "up_to", value: "1500", upper: "", unit: "" }],
      duplicateOf: { number: 2, reference: "C-14-2" },
    }),
    claimRow({ number: 2, reviewers: [bo, ana], statement: "“وزارة” said </script>", dueAt: 5 }),
  ];
  const shown = rows.map(({ contentHash: _hash, releasedHash: _released, verdict: _verdict, ...row }) => row);
  expect(unpackRows(JSON.parse(JSON.stringify(packRows(rows))))).toEqual(shown);
});

test("[BV20] each person travels once", () => {
  const packed = packRows([1, 2, 3].map((number) => claimRow({ number, assignee: ana, reviewers: [bo] })));
  expect(JSON.stringify(packed).split('"Ana"')).toHaveLength(2);
});
