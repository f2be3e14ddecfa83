import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { sha256Hex } from "#domain/content.ts";
import { isNamed } from "#server/api/etag.ts";
import { inChunks } from "#server/export/chunks.ts";
import { addressOf, isPublicPath } from "#server/public/address.ts";
import { type Answer, answerTo } from "#server/public/answers.ts";
import { robots } from "#server/public/for-programs.ts";
import { POLICY } from "#server/public/style.ts";
import { voiceOf } from "#server/public/voice.ts";
import type { Services } from "#server/services/index.ts";

/** How many pages one network may ask for in a minute. */
export const PAGES_A_MINUTE = 240;

type Options = { services: Pick<Services, "published">; origin: string };

/**
 * What the desk publishes, for everybody: before sessions and gates, so that no page can depend on who asks. While the
 * desk has no public pages, every address goes on to where an unknown one ends.
 */
export function publicPages({ services: { published }, origin }: Options): Router {
  const router = Router();
  const limit = limitOfReaders(published);
  // A program that was started anew may write the same release in other words.
  const edition = randomUUID();
  router.get("/robots.txt", (_request, response) => {
    response.set("Cache-Control", FOR_A_MINUTE).type("text/plain");
    response.send(robots(origin, published.language() !== null));
  });
  router.use((request, response, next) => {
    if (!isPublicPath(request.path) || !["GET", "HEAD"].includes(request.method)) return next();
    const language = published.language();
    if (language === null) return next();
    limit(request, response, (error) => {
      if (error) return next(error);
      const site = { voice: voiceOf(language), origin, desk: published.desk() };
      const [path = "", search] = request.originalUrl.split("?", 2);
      const answer = answerTo(site, published, { address: addressOf(path), query: new URLSearchParams(search) });
      const tag = `"${sha256Hex(JSON.stringify([edition, path, language, site.desk, answer.of])).slice(0, 32)}"`;
      send(request, response, { answer, tag }).catch(next);
    });
  });
  return router;
}

const FOR_A_MINUTE = "public, max-age=60, must-revalidate";

async function send(request: Request, response: Response, { answer, tag }: { answer: Answer; tag: string }) {
  response.set({
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Frame-Options": "DENY",
    // 404 may become a page at any moment; what is public is asked for again after a minute.
    "Cache-Control": answer.status === 404 ? "no-cache" : FOR_A_MINUTE,
    "Content-Type": answer.mediaType,
    ETag: tag,
  });
  if (!answer.mediaType.startsWith("text/html"))
    response.set({ "Access-Control-Allow-Origin": "*", "X-Robots-Tag": "noindex" });
  if (isNamed(tag, String(request.headers["if-none-match"] ?? ""))) return void response.status(304).end();
  response.status(answer.status);
  if (request.method === "HEAD") return void response.end();
  await pipeline(Readable.from(inChunks(answer.write()), { objectMode: false }), response).catch(unlessLeft);
}

/** A reader who leaves in the middle is no fault. */
function unlessLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
}

function limitOfReaders(published: Services["published"]): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: PAGES_A_MINUTE,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    identifier: "minute",
    keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? ""),
    validate: false,
    handler: (_request, response) => {
      const voice = voiceOf(published.language() ?? "en");
      response.set("Cache-Control", "no-store").status(429).type("text/plain").send(voice.say("too_many"));
    },
  });
}
