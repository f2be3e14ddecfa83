import type { ErrorRequestHandler } from "express";
import type { Log } from "#server/log.ts";

const SENTENCES: Record<number, string> = {
  403: "This address is not open to anybody.",
  404: "There is nothing at this address.",
  500: "Something went wrong on the server. Nothing was changed by this request; try it again.",
};

/** Answers what went wrong outside of the pages with one sentence: no path, no stack, whatever NODE_ENV says. */
export function lastResort(log?: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusIn(error);
    if (status === 500) log?.error({ err: error, method: request.method }, "a request failed outside of the pages");
    if (response.headersSent) return next(error);
    const sentence = SENTENCES[status] ?? "This request cannot be understood.";
    response.status(status).type("text/plain").setHeader("Cache-Control", "no-store").send(sentence);
  };
}

function statusIn(error: unknown): number {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  // A Host header that is no host cannot be made into an address.
  if (code === "ERR_INVALID_URL") return 400;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
