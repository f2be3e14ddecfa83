import type { Db } from "#db/client.ts";

/**
 * Compiles a query once for the database on which it runs, because putting it together costs more than running it. A
 * transaction on that database runs it too: it is on the same connection, and has Drizzle's session in common with it.
 */
export function compiled<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const queries = new WeakMap<object, Query>();
  return (db) => {
    const { session } = db as unknown as { session: object };
    const found = queries.get(session);
    if (found !== undefined) return found;
    const query = build(db);
    queries.set(session, query);
    return query;
  };
}
