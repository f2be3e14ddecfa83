import { z } from "zod";
import { AppError } from "#domain/errors.ts";

/** What every list takes: how many at once, and where the last answer ended. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe("How many at most, 1 to 200."),
  cursor: z.string().max(200).optional().describe("`next` of the answer before; without it the list begins."),
});
export type PageQuery = z.output<typeof pageQuery>;

/** A page of a list; `next` is null on the last one. */
export const pageOf = <T extends z.ZodType>(entry: T) =>
  z.object({ items: z.array(entry), next: z.string().nullable().describe("The cursor of the next page.") });

/** The place after an entry, as a caller carries it: nothing to take apart. */
export const cursorAt = (key: number): string => Buffer.from(`after:${key}`).toString("base64url");

/** @throws AppError bad_input for a cursor that is none of ours. */
export function afterCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, key] = /^after:(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (key === undefined) throw new AppError("bad_input", "Use a cursor that an answer of this list gave as `next`.");
  return Number(key);
}

/** Cuts a list that is in memory, in the order of `key`, which grows. */
export function pageFrom<T>(all: readonly T[], { limit, cursor }: PageQuery, key: (one: T) => number) {
  const after = afterCursor(cursor);
  const rest = all.filter((one) => key(one) > after);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && rest.length > limit ? cursorAt(key(last)) : null };
}
