import type { AppError } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import { refusal } from "#domain/words/refusal.ts";

/**
 * The form in a request. Its fields are counted in the bytes, because the platform's own reader takes seconds of the
 * one thread for a form of hundreds of thousands of empty ones.
 * @throws AppError bad_input when what was sent is no form, or has more fields than any of ours.
 */
export async function readForm(request: Request): Promise<FormData> {
  const kind = kindOf(request.headers.get("Content-Type") ?? "");
  if (!kind) throw noForm();
  const body = Buffer.from(await request.arrayBuffer());
  if (occursMoreThan(LIMITS.fields + kind.beyond, kind.between, body)) throw tooManyFields();
  try {
    return await new Response(body, { headers: { "Content-Type": kind.type } }).formData();
  } catch (cause) {
    throw noForm(cause);
  }
}

/**
 * What stands between two fields, and how often beyond the number of fields. A boundary is written anew, so that both
 * readers go by the same one.
 */
function kindOf(type: string): { type: string; between: string; beyond: 1 | -1 } | null {
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return { type, between: "&", beyond: -1 };
  const boundary = /^multipart\/form-data\s*;(?:.*;)?\s*boundary="?([\w'()+,./:=?-]{1,70})"?\s*(?:;|$)/i.exec(
    type,
  )?.[1];
  if (!boundary) return null;
  return { type: `multipart/form-data; boundary="${boundary}"`, between: `--${boundary}`, beyond: 1 };
}

function occursMoreThan(times: number, piece: string, body: Buffer): boolean {
  let at = -1;
  for (let found = 0; found <= times; found++) {
    at = body.indexOf(piece, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function noForm(cause?: unknown): AppError {
  const refused = refusal("bad_input", "forms", "no_form");
  refused.cause = cause;
  return refused;
}

const tooManyFields = () => refusal("bad_input", "forms", "too_many_fields", { limit: LIMITS.fields });
