import { allKeys, lastCheckpoint } from "#db/queries/proofs.ts";
import type { Context } from "#server/context.ts";

/** What anybody may ask, so that what leaves can be checked: the newest checkpoint, and the keys that sign. */
export function proofsService({ db }: Context) {
  return {
    /** A signed note, as it was made; null before the first. */
    checkpoint: (): string | null => lastCheckpoint(db)?.note ?? null,

    /** One key a line, the one that signs now first, each with the time in which it signs. */
    keys: (): string => allKeys(db).map(keyWords).join(""),
  };
}

/** A key with the time in which it signs, on one line. */
export function keyWords({ line, madeAt, retiredAt }: ReturnType<typeof allKeys>[number]): string {
  const [from, until] = [madeAt, retiredAt].map((at) => at !== null && new Date(at).toISOString());
  return `${line} ${until ? `signed from ${from} until ${until}` : `signs since ${from}`}\n`;
}
