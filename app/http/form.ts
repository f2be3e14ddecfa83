import { z } from "zod";
import { readForm } from "#app/http/read-form.ts";
import { AppError } from "#domain/errors.ts";
import { inEnglish } from "#domain/words/english.ts";
import { asMessage, refusal, sayingIn } from "#domain/words/refusal.ts";

/** The idempotency key that `<OnceKey>` puts into every form. */
export const once = z.string(asMessage("forms", "open_again")).min(8).max(100);

/** A number in an address, such as a case's; anything else is no such page. */
export const numberInPath = z.coerce.number().int().positive().max(1_000_000_000);

/** Parses a form. Fields that repeat become lists when the schema asks for a list. @throws AppError bad_input. */
export function parseForm<Schema extends z.ZodType>(form: FormData, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(fieldsOf(form));
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const fields = Object.fromEntries(issues.map((issue) => [issue.path.join("."), sayingIn(issue.message)]));
  const first = sayingIn(issues[0]?.message ?? asMessage("forms", "something_missing"));
  if (typeof first === "string") throw new AppError("bad_input", first, { fields });
  throw new AppError("bad_input", inEnglish(first), { fields }, first);
}

export async function formOf<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  return parseForm(await readForm(request), schema);
}

/** What the form says by name, in one pass: "memberIds[]" is a list called memberIds, of any other name the first counts. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const lists = new Map<string, FormDataEntryValue[]>();
  const firsts = new Map<string, FormDataEntryValue>();
  for (const [name, value] of form) {
    if (!name.endsWith("[]")) {
      if (!firsts.has(name)) firsts.set(name, value);
      continue;
    }
    const list = lists.get(name.slice(0, -2));
    if (list) list.push(value);
    else lists.set(name.slice(0, -2), [value]);
  }
  return Object.fromEntries<unknown>([...firsts, ...lists]);
}

/** A path parameter that must be a number. @throws AppError not_found. */
export function numberFrom(value: string | undefined): number {
  const parsed = numberInPath.safeParse(value);
  if (!parsed.success) throw refusal("not_found", "forms", "no_such_page");
  return parsed.data;
}
