import { readFileSync } from "node:fs";
import { Router } from "express";

/** What describes the files of a release, by its address. A new version of a format gets an address of its own. */
export const SCHEMAS = {
  "/schemas/claim-set-1.json": { file: "claim-set.schema.json", mediaType: "application/schema+json" },
  "/schemas/claim-review-1.json": { file: "claim-review.schema.json", mediaType: "application/schema+json" },
  "/schemas/data-feed-1.json": { file: "data-feed.schema.json", mediaType: "application/schema+json" },
  "/schemas/fact-check-page-1.json": { file: "fact-check-page.schema.json", mediaType: "application/schema+json" },
  "/schemas/annotations-1.json": { file: "annotations.schema.json", mediaType: "application/schema+json" },
  "/schemas/claims.csv-metadata.json": { file: "claims.csv-metadata.json", mediaType: "application/csvm+json" },
} as const;

/** Descriptions for programs, for everybody and from every page: they hold nothing of the desk. */
export function schemas(): Router {
  const router = Router();
  for (const [address, { file, mediaType }] of Object.entries(SCHEMAS)) {
    const text = readFileSync(new URL(`../../docs/${file}`, import.meta.url));
    router.get(address, (_request, response) => {
      response.set({ "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" });
      response.set({ "Content-Type": mediaType, "Cache-Control": "public, max-age=3600" }).send(text);
    });
  }
  return router;
}
