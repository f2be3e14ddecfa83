import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { sendProblem } from "#server/api/problem.ts";

const MINUTE_MS = 60_000;

/** How much one token, and one network without a good token, may ask for in a minute. */
export const RATES = { token: 600, stranger: 60 } as const;

const limited = (limit: number, keyOf: (request: Request) => string): RequestHandler =>
  rateLimit({
    windowMs: MINUTE_MS,
    limit,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    identifier: "minute",
    keyGenerator: keyOf,
    // Who is counted is known before: the proxy is trusted or not in one place, `server/http/app.ts`.
    validate: false,
    handler: (_request, response) =>
      sendProblem(response, 429, "Too many requests in a minute. Ask again when `Retry-After` seconds have passed."),
  });

/** @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-08 */
export const limitOfToken = () => limited(RATES.token, ({ res }) => String(res?.locals.tokenId));

export const limitOfStrangers = () => limited(RATES.stranger, ({ ip }) => ipKeyGenerator(ip ?? ""));
