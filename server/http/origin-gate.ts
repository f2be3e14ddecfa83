import type { RequestHandler } from "express";
import { answerPlainly } from "#server/http/plain-answer.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses every state-changing request that does not provably come from our own pages, before Remix sees it.
 * Fetch metadata decides; without it the Origin must be ours; with neither the answer is 403.
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function originGate(allowedOrigins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (SAFE_METHODS.has(request.method) || isOurs(request.headers, allowedOrigins)) return next();
    answerPlainly(request, response, 403, { id: "foreign_request" });
  };
}

function isOurs(headers: Record<string, string | string[] | undefined>, allowed: readonly string[]): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return typeof headers.origin === "string" && allowed.includes(headers.origin);
}
