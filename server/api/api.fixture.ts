import { once as event } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { Scope } from "#domain/scopes.ts";
import { apiRouter } from "#server/api/router.ts";
import type { Member } from "#server/context.ts";
import { once, testDesk } from "#server/testing/desk.ts";

/** A desk whose interface for programs answers on a real socket. */
export async function apiDesk() {
  const desk = testDesk();
  const app = express();
  app.use("/api/v1", apiRouter({ services: desk.services, origin: "http://localhost:3000" }));
  const server: Server = app.listen(0, "127.0.0.1");
  await event(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  const tokenOf = (member: Member, scopes: Scope[] = ["read", "write", "release"], label = "Test") =>
    desk.services.tokens.make(member, { label, scopes, days: 30, ...once() }).token;
  const ask = (token: string | null, path: string, { headers, ...init }: RequestInit = {}) =>
    fetch(base + path, { ...init, headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers } });
  const send = (
    token: string | null,
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ) =>
    ask(token, path, {
      method,
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });
  return {
    ...{ desk, base, tokenOf, ask, send },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await desk.close();
    },
  };
}

export type ApiDesk = Awaited<ReturnType<typeof apiDesk>>;
