import type { RequestHandler } from "express";
import { answerPlainly } from "#server/http/plain-answer.ts";

type Bounds = { usual: number; article: number; release: number; precedents: number };

/**
 * Bounds the body before anything reads it. A request without a length is refused (411): browsers always send one,
 * and an endless body must not be started.
 */
export function requestLimits({ usual, article, release, precedents }: Bounds): RequestHandler {
  const boundOf = (path: string) =>
    path.includes("/documents/")
      ? article
      : /\/release(\.data)?$/.test(path)
        ? release
        : /^\/precedents\/import(\.data)?$/.test(path)
          ? precedents
          : usual;
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const length = Number(request.headers["content-length"] ?? Number.NaN);
    const bound = boundOf(request.path);
    if (Number.isNaN(length)) return answerPlainly(request, response, 411, { id: "no_length" });
    const values = { most: Math.floor(bound / 1024) };
    if (length > bound) return answerPlainly(request, response, 413, { id: "request_too_large", values });
    next();
  };
}
