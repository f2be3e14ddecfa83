import { type AppLoadContext, data } from "@remix-run/node";
import { type AppError, type ErrorKind, isAppError, statusOf } from "#domain/errors.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { type Saying, saySaying } from "#domain/words/say.ts";

/** What is known about the reader of an answer: the language that it is said in. */
type Reader = Pick<AppLoadContext, "language">;

/** What an action answers when the server refused: shown as it is, beside what was typed. */
export type Refused = { ok: false; refused: { kind: ErrorKind; message: string; detail: Record<string, unknown> } };

/** Runs an action; a refusal becomes an answer with its status, everything else is a fault and goes on. */
export async function act<T extends object>(reader: Reader, run: () => T | Promise<T>) {
  try {
    return data({ ok: true as const, ...(await run()) });
  } catch (error) {
    if (!isAppError(error)) throw error;
    const refused = { kind: error.kind, ...saidTo(reader, error) };
    return data({ ok: false, refused } satisfies Refused, { status: statusOf(error.kind) });
  }
}

/** Runs a loader; a refusal becomes the page that says so, with its status. */
export async function load<T>(reader: Reader, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw data({ message: saidTo(reader, error).message, kind: error.kind }, { status: statusOf(error.kind) });
  }
}

/** A refusal in the language of its reader, also what it says about single fields. */
function saidTo(reader: Reader, error: AppError) {
  const say = (sentence: Saying | string) => sayTo(reader, sentence);
  const { fields, ...detail } = error.detail as { fields?: Record<string, Saying | string> };
  const said = fields && Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [name, say(sentence)]));
  return { message: say(error.saying ?? error.message), detail: { ...detail, ...(said && { fields: said }) } };
}

/** A sentence of the server, which may stand in any room, in the language of its reader. */
export function sayTo({ language }: Reader, sentence: Saying | string): string {
  return typeof sentence === "string" ? sentence : saySaying({ language, catalogue: CATALOGUES[language] }, sentence);
}
