import type { ErrorRequestHandler } from "express";
import type { MessageId } from "#domain/words/say.ts";
import { answerPlainly } from "#server/http/plain-answer.ts";
import type { Log } from "#server/log.ts";

const SENTENCES: Record<number, MessageId<"forms">> = {
  403: "address_closed",
  404: "nothing_here",
  500: "request_failed",
};

/** Answers what went wrong outside of the pages with one sentence: no path, no stack, whatever NODE_ENV says. */
export function lastResort(log?: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusIn(error);
    if (status === 500) log?.error({ err: error, method: request.method }, "a request failed outside of the pages");
    if (response.headersSent) return next(error);
    response.setHeader("Cache-Control", "no-store");
    // How the file would have travelled that this is said instead of.
    response.removeHeader("Content-Encoding");
    answerPlainly(request, response, status, { id: SENTENCES[status] ?? "not_understood" });
  };
}

function statusIn(error: unknown): number {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  // A Host header that is no host cannot be made into an address.
  if (code === "ERR_INVALID_URL") return 400;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
