import { inEnglish } from "#domain/words/english.ts";
import type { MessageId, Saying } from "#domain/words/say.ts";

/** What went wrong, in the terms of the person who asked. `statusOf` gives the HTTP status. */
export type ErrorKind =
  | "bad_input"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "gone"
  | "too_many"
  | "read_only";

const statuses: Record<ErrorKind, number> = {
  bad_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_many: 429,
  read_only: 503,
};

/**
 * A refusal that a person can act on. `message` is shown as it is, so it says what to do next.
 * Everything that is not an AppError is a fault of ours: it is logged, and the person sees an error id.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly kind: ErrorKind;
  /** Facts for the screen, e.g. what changed meanwhile or which field is meant. Plain JSON. */
  readonly detail: Record<string, unknown>;
  /** The message as a sentence of the message files, where it is one. */
  readonly saying: Saying | null;

  constructor(kind: ErrorKind, message: string, detail: Record<string, unknown> = {}, saying: Saying | null = null) {
    super(message);
    this.kind = kind;
    this.detail = detail;
    this.saying = saying;
  }
}

/** Tells a refusal from a fault by name: the server and the Remix bundle hold two copies of the class. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "kind" in error;
}

export function statusOf(kind: ErrorKind): number {
  return statuses[kind];
}

/** The same answer for what does not exist and for what is not theirs to see. */
export function notFound(what: MessageId<"missing">): AppError {
  const saying = { room: "missing", id: what } as const;
  return new AppError("not_found", inEnglish(saying), {}, saying);
}
