import type { Db } from "#db/client.ts";

/**
 * Compiles a query once for the database on which it runs, because putting it together costs more than running it. Inside
 * a transaction, which is a database of its own to Drizzle, it is compiled for that transaction.
 */
export function compiled<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const queries = new WeakMap<Db, Query>();
  return (db) => {
    const found = queries.get(db);
    if (found !== undefined) return found;
    const query = build(db);
    queries.set(db, query);
    return query;
  };
}
