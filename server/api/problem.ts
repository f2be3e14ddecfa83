import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, Response } from "express";
import { z } from "zod";
import { isAppError, statusOf } from "#domain/errors.ts";
import { inEnglish } from "#domain/words/english.ts";
import type { FieldSayings } from "#domain/words/refusal.ts";
import type { problemShape } from "#server/api/shapes.ts";
import type { Log } from "#server/log.ts";

export type Problem = z.output<typeof problemShape>;

/** What each status is about, in a few words; the detail says it of the case at hand. */
const TITLES: Record<number, string> = {
  400: "The request does not fit",
  401: "A token is needed",
  403: "Not allowed",
  404: "Not found",
  405: "Not possible here",
  409: "It changed meanwhile",
  410: "Gone",
  412: "It changed meanwhile",
  413: "Too large",
  415: "Not JSON",
  428: "Say what was seen",
  429: "Too many requests",
  500: "A fault of this server",
  503: "Nothing can be stored now",
};

/** A refusal that is about HTTP and not about the desk. */
export class HttpProblem extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/** @see RFC 9457 */
export function sendProblem(response: Response, status: number, detail: string, errors: Problem["errors"] = []): void {
  const problem: Problem = { type: "about:blank", title: TITLES[status] ?? "Refused", status, detail };
  response
    .status(status)
    .type("application/problem+json")
    .send(JSON.stringify(errors.length > 0 ? { ...problem, errors } : problem));
}

/** Answers what a handler threw: refusals in their words, faults by an id that the log has too. */
export function answerProblems(log: Log | undefined): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const known = refusalIn(error);
    if (known) return sendProblem(response, known.status, known.detail, known.errors);
    const id = randomUUID();
    log?.error({ err: error, errorId: id }, "the interface for programs failed");
    sendProblem(response, 500, `Something went wrong on the server. Its log has it under ${id}.`);
  };
}

type Known = Pick<Problem, "status" | "detail" | "errors">;

function refusalIn(error: unknown): Known | null {
  if (error instanceof HttpProblem) return { status: error.status, detail: error.message };
  if (error instanceof z.ZodError) return badShape(error);
  if (isAppError(error)) {
    const fields = Object.entries((error.detail.fields ?? {}) as FieldSayings);
    const errors = fields.map(([field, saying]) => ({ field, detail: inEnglish(saying) }));
    return { status: statusOf(error.kind), detail: error.message, errors };
  }
  return ofExpress(error);
}

function badShape(error: z.ZodError): Known {
  const errors = error.issues
    .flatMap(issuesIn)
    .map(({ path, message }) => ({ field: path.join("."), detail: message }));
  return { status: 400, detail: "Parts of the request do not fit; `errors` says which.", errors };
}

type Issue = z.core.$ZodIssue;

/** Of a body that may have one of several forms, what is wrong with the form that it comes nearest to. */
function issuesIn(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const [nearest = []] = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a) || a.length - b.length);
  const inside = nearest.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
  return inside.length > 0 ? inside : [issue];
}

const depthOf = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));

/** What Express refuses while it reads a body or an address. */
function ofExpress(error: unknown): Known | null {
  const { status, type } = (error ?? {}) as { status?: unknown; type?: unknown };
  if (type === "entity.too.large") return { status: 413, detail: "The body is too large. Send less at once." };
  if (type === "entity.parse.failed") return { status: 400, detail: "The body is not JSON." };
  return typeof status === "number" && status >= 400 && status < 500
    ? { status, detail: "The request cannot be read." }
    : null;
}
