import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Db, openStorage } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { scales } from "#db/schema/cases.ts";

const scale = { id: "ours", key: "ours", name: "Ours", version: 1, ratings: [] };
const counted = () => {
  const built: Db[] = [];
  const query = compiled((db) => {
    built.push(db);
    return db
      .select({ name: scales.name })
      .from(scales)
      .where(eq(scales.id, sql.placeholder("id")))
      .prepare();
  });
  return { built, nameOf: (db: Db, id: string) => query(db).get({ id })?.name };
};

test("a query is compiled once for a database, and sees what a transaction on it has written and what it has taken back", () => {
  const { db, close } = openStorage(":memory:");
  const { built, nameOf } = counted();
  expect(nameOf(db, "ours")).toBeUndefined();
  const undo = new Error("taken back");
  const write = () =>
    db.transaction((tx) => {
      tx.insert(scales).values(scale).run();
      expect(nameOf(tx, "ours")).toBe("Ours");
      tx.transaction((inner) => expect(nameOf(inner, "ours")).toBe("Ours"));
      throw undo;
    });
  expect(write).toThrow(undo);
  expect(nameOf(db, "ours")).toBeUndefined();
  expect(built).toHaveLength(1);
  close();
});

test("one that was compiled in a transaction first goes on after it, and each database has its own", () => {
  const [one, other] = [openStorage(":memory:"), openStorage(":memory:")];
  const { built, nameOf } = counted();
  one.db.transaction((tx) => void nameOf(tx, "ours"));
  one.db.insert(scales).values(scale).run();
  expect([nameOf(one.db, "ours"), nameOf(other.db, "ours")]).toEqual(["Ours", undefined]);
  expect(built).toHaveLength(2);
  for (const { close } of [one, other]) close();
});
