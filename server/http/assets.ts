import { fileURLToPath } from "node:url";
import { type RequestHandler, Router } from "express";
import staticGzip from "express-static-gzip";

/** What the build made for browsers. */
export const clientFolder = fileURLToPath(new URL("../../build/client", import.meta.url));

/**
 * The scripts and style sheets of the pages, as the build has compressed them. Their hashed names never change; a missing
 * one is a plain 404 and not a page.
 */
export function assets(): RequestHandler {
  const router = Router();
  router.get(
    "/assets/*",
    staticGzip(clientFolder, {
      enableBrotli: true,
      orderPreference: ["br", "gzip"],
      index: false,
      serveStatic: { immutable: true, maxAge: "1y", fallthrough: false },
    }),
  );
  return router;
}
