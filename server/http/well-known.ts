import { type RequestHandler, Router } from "express";
import type { Services } from "#server/services/index.ts";

const MINUTE = "public, max-age=60";

/** What strangers need to check a release, at addresses that stay: the newest checkpoint of the record, and the keys. */
export function wellKnown({ proofs }: Pick<Services, "proofs">): Router {
  const router = Router();
  const plain =
    (text: () => string | null): RequestHandler =>
    (_request, response) => {
      const found = text();
      response.setHeader("Cache-Control", MINUTE);
      if (found === null) return void response.status(404).end();
      response.type("text/plain; charset=utf-8").send(found);
    };
  router.get("/.well-known/assay-checkpoint", plain(proofs.checkpoint));
  router.get("/.well-known/assay-keys", plain(proofs.keys));
  return router;
}
