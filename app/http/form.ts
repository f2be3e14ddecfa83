import { z } from "zod";
import { AppError } from "#domain/errors.ts";

/** The idempotency key that `<OnceKey>` puts into every form. */
export const once = z.string("Open the page again and repeat this.").min(8).max(100);

/** A number in an address, such as a case's; anything else is no such page. */
export const numberInPath = z.coerce.number().int().positive().max(1_000_000_000);

/** Parses a form. Fields that repeat become lists when the schema asks for a list. @throws AppError bad_input. */
export function parseForm<Schema extends z.ZodType>(form: FormData, schema: Schema): z.infer<Schema> {
  const given: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    given[name] = name.endsWith("[]") ? values : values[0];
  }
  const parsed = schema.safeParse(renamed(given));
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]));
  throw new AppError("bad_input", parsed.error.issues[0]?.message ?? "Something in the form is missing.", { fields });
}

/** The form in a request. @throws AppError bad_input when what was sent is no form. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (cause) {
    const refusal = new AppError("bad_input", "What was sent is no form, so nothing was done with it.");
    refusal.cause = cause;
    throw refusal;
  }
}

export async function formOf<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  return parseForm(await readForm(request), schema);
}

/** "memberIds[]" arrives as memberIds. */
function renamed(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name.replace(/\[\]$/, ""), value]));
}

/** A path parameter that must be a number. @throws AppError not_found. */
export function numberFrom(value: string | undefined): number {
  const parsed = numberInPath.safeParse(value);
  if (!parsed.success) throw new AppError("not_found", "There is no such page here.");
  return parsed.data;
}
