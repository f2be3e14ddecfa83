import { expect, test } from "vitest";
import { emptyCard } from "#domain/empty-card.ts";
import { PastCard } from "#server/past/past-card.ts";

test("[HI3] rows that take long are replayed in smaller pieces, and the next piece goes on behind the last one", () => {
  const doc = emptyCard();
  const rows: Parameters<PastCard["apply"]>[0][number][] = [];
  doc.on("update", (bytes: Uint8Array) =>
    rows.push({ seq: 10 * (rows.length + 1), memberId: null, at: 0, bytes: Buffer.from(bytes) }),
  );
  for (const word of ["One ", "two ", "three"]) doc.getText("gaps").insert(doc.getText("gaps").length, word);
  const past = new PastCard();
  past.apply(rows, 0);
  expect([past.place, past.seq, past.doc.getText("gaps").toString()]).toEqual([1, 10, "One "]);
  past.apply(rows.slice(1));
  expect([past.place, past.seq, past.doc.getText("gaps").toString()]).toEqual([3, 30, "One two three"]);
  expect(past.broughtBy(doc.clientID, 5)).toEqual({ until: 8, place: 2 });
});
