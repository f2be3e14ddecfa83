import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { sha256Hex } from "#domain/content.ts";
import { isNamed } from "#server/api/etag.ts";
import { inChunks } from "#server/export/chunks.ts";
import { addressOf, isPublicPath } from "#server/public/address.ts";
import { type Answer, answerTo } from "#server/public/answers.ts";
import { robots } from "#server/public/for-programs.ts";
import { limitsOfReaders, within } from "#server/public/limits.ts";
import type { Site } from "#server/public/sheet.ts";
import { POLICY } from "#server/public/style.ts";
import { voiceOf } from "#server/public/voice.ts";
import type { Services } from "#server/services/index.ts";

type Options = { services: Pick<Services, "published">; origin: string };

/**
 * What the desk publishes, for everybody: before sessions and gates, so that no page can depend on who asks. While the
 * desk has no public pages, every address goes on to where an unknown one ends.
 */
export function publicPages({ services: { published }, origin }: Options): Router {
  const router = Router();
  const limits = limitsOfReaders(() => voiceOf(published.language() ?? "en"));
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
    answer({ voice: voiceOf(language), origin, desk: published.desk() }, request, response).catch(next);
  });
  return router;

  async function answer(site: Site, request: Request, response: Response): Promise<void> {
    await within(limits.page, request, response);
    const [path = "", search] = request.originalUrl.split("?", 2);
    const found = answerTo(site, published, { address: addressOf(path), query: new URLSearchParams(search) });
    const seen = [edition, path, site.voice.language, site.desk, found.of];
    const tag = `"${sha256Hex(JSON.stringify(seen)).slice(0, 32)}"`;
    const isKnown = found.status === 200 && isNamed(tag, String(request.headers["if-none-match"] ?? ""));
    if (found.isLarge && !isKnown) await within(limits.large, request, response);
    response.set(headersOf(found, tag)).status(isKnown ? 304 : found.status);
    if (isKnown || request.method === "HEAD") return void response.end();
    await pipeline(Readable.from(inChunks(found.write()), { objectMode: false }), response).catch(unlessLeft);
  }
}

const FOR_A_MINUTE = "public, max-age=60, must-revalidate";

function headersOf({ status, mediaType }: Answer, tag: string): Record<string, string> {
  const isPage = mediaType.startsWith("text/html");
  return {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Frame-Options": "DENY",
    // 404 may become a page at any moment; what is public is asked for again after a minute.
    "Cache-Control": status === 404 ? "no-cache" : FOR_A_MINUTE,
    "Content-Type": mediaType,
    ETag: tag,
    ...(!isPage && { "Access-Control-Allow-Origin": "*", "X-Robots-Tag": "noindex" }),
  };
}

/** A reader who leaves in the middle is no fault. */
function unlessLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
}
