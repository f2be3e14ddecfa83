import type { Request, RequestHandler, Response } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { Voice } from "#server/public/voice.ts";

/** How many pages one network may ask for in a minute, and how many that take long to write. */
export const A_MINUTE = { page: 240, large: 12 } as const;

/** Claims from which on a release takes long: ten thousand keep a processor busy for a second or two. */
export const LARGE = 1_000;

/** Bounds what one network asks for. `voice` says so in the language of the pages. */
export function limitsOfReaders(voice: () => Voice) {
  const limited = (kind: keyof typeof A_MINUTE): RequestHandler =>
    rateLimit({
      windowMs: 60_000,
      limit: A_MINUTE[kind],
      standardHeaders: "draft-8",
      legacyHeaders: false,
      identifier: kind,
      keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? ""),
      // Who is counted is known before: the proxy is trusted or not in one place, `server/http/app.ts`.
      validate: false,
      handler: (_request, response) =>
        void response.set("Cache-Control", "no-store").status(429).type("text/plain").send(voice().say("too_many")),
    });
  return { page: limited("page"), large: limited("large") };
}

/** Resolves when the request is within the limit; when it is not, it was answered, and nothing follows. */
export const within = (limit: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => void limit(request, response, (error) => (error ? reject(error) : resolve())));
