import { Router } from "express";

/** `/healthz`: the process answers. `/readyz`: it can also write to its database. */
export function health(canWrite: () => { writable: boolean; reason: string | null }): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ ok: true });
  });
  router.get("/readyz", (_request, response) => {
    const { writable, reason } = canWrite();
    response.status(writable ? 200 : 503).json({ ok: writable, reason });
  });
  return router;
}
