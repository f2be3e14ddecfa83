import Database from "better-sqlite3";
import * as Y from "yjs";
import type { Told } from "#server/collab/typist.fixture.ts";

/** Up to which clock the log holds the edits of each Yjs client, without a gap. */
export type Clocks = ReadonlyMap<number, number>;

export function clocksIn(sqlite: Database.Database): Clocks {
  const clocks = new Map<number, number>();
  for (const bytes of sqlite.prepare("select bytes from updates order by seq").pluck().all() as Buffer[]) {
    const { from, to } = Y.parseUpdateMeta(bytes);
    for (const [client, clock] of to)
      if ((from.get(client) ?? 0) <= (clocks.get(client) ?? 0)) clocks.set(client, clock);
  }
  return clocks;
}

/** What was told to somebody and is not in the log. */
export const missingFrom = <One extends Told>(clocks: Clocks, told: readonly One[]): One[] =>
  told.filter(({ client, clock }) => clock > (clocks.get(client) ?? 0));

/** What was told and is not in the file, as another process reads it. */
export function missingInFile(file: string, told: readonly Told[]): Told[] {
  const sqlite = new Database(file, { readonly: true });
  try {
    return missingFrom(clocksIn(sqlite), told);
  } finally {
    sqlite.close();
  }
}
