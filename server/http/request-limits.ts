import type { RequestHandler } from "express";
import { answerPlainly } from "#server/http/plain-answer.ts";

type Bounds = { usual: number; article: number; release: number };

/**
 * Bounds the body before anything reads it. A request without a length is refused (411): browsers always send one,
 * and an endless body must not be started.
 */
export function requestLimits({ usual, article, release }: Bounds): RequestHandler {
  const boundOf = (path: string) =>
    path.includes("/documents/") ? article : /\/release(\.data)?$/.test(path) ? release : usual;
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const length = Number(request.headers["content-length"] ?? Number.NaN);
    const bound = boundOf(request.path);
    if (Number.isNaN(length))
      return void response.status(411).type("text/plain").send("Send the length of the request.");
    if (length > bound)
      return void response
        .status(413)
        .type("text/plain")
        .send(
          `This is larger than the ${Math.floor(bound / 1024)} KiB that one request may carry. Nothing was saved; send less at once.`,
        );
    const bound = request.path.includes("/documents/") ? article : usual;
    if (Number.isNaN(length)) return answerPlainly(request, response, 411, { id: "no_length" });
    const values = { most: Math.floor(bound / 1024) };
    if (length > bound) return answerPlainly(request, response, 413, { id: "request_too_large", values });
    next();
  };
}
