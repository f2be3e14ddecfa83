import { Router } from "express";
import type { Readiness } from "#server/readiness/readiness.ts";

/** `/healthz`: the process answers. `/readyz`: it can also do its work, each check with what is wrong in a sentence. */
export function health(readiness: () => Promise<Readiness>): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ ok: true });
  });
  router.get("/readyz", (_request, response, next) => {
    readiness().then((ready) => void response.status(ready.ok ? 200 : 503).json(ready), next);
  });
  return router;
}
