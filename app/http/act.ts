import { data } from "@remix-run/node";
import { type ErrorKind, isAppError, statusOf } from "#domain/errors.ts";

/** What an action answers when the server refused: shown as it is, beside what was typed. */
export type Refused = { ok: false; refused: { kind: ErrorKind; message: string; detail: Record<string, unknown> } };

/** Runs an action; a refusal becomes an answer with its status, everything else is a fault and goes on. */
export async function act<T extends object>(run: () => T | Promise<T>) {
  try {
    return data({ ok: true as const, ...(await run()) });
  } catch (error) {
    if (!isAppError(error)) throw error;
    const refused: Refused = { ok: false, refused: { kind: error.kind, message: error.message, detail: error.detail } };
    return data(refused, { status: statusOf(error.kind) });
  }
}

/** Runs a loader; a refusal becomes the page that says so, with its status. */
export async function load<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw data({ message: error.message, kind: error.kind }, { status: statusOf(error.kind) });
  }
}
