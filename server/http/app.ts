import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Request, type RequestHandler, type Response } from "express";
import { LIMITS } from "#domain/limits.ts";
import { UNASKED_HEADER } from "#domain/protocol.ts";
import { apiRouter } from "#server/api/router.ts";
import type { Live } from "#server/collab/live.ts";
import { assets, clientFolder } from "#server/http/assets.ts";
import type { SessionCookie } from "#server/http/cookies.ts";
import { fileStream } from "#server/http/file-stream.ts";
import { health } from "#server/http/health.ts";
import { languageCookie, readLanguage } from "#server/http/language.ts";
import { lastResort } from "#server/http/last-resort.ts";
import { networkOf } from "#server/http/network.ts";
import { originGate } from "#server/http/origin-gate.ts";
import { requestLimits } from "#server/http/request-limits.ts";
import { schemas } from "#server/http/schemas.ts";
import { securityHeaders } from "#server/http/security-headers.ts";
import { wellKnown } from "#server/http/well-known.ts";
import { wholeBody } from "#server/http/whole-body.ts";
import type { Log } from "#server/log.ts";
import { publicPages } from "#server/public/router.ts";
import type { Readiness } from "#server/readiness/readiness.ts";
import type { Services } from "#server/services/index.ts";

export type AppOptions = {
  services: Services;
  live: Pick<Live, "moment">;
  /** Where faults outside of the pages are told. */
  log?: Log;
  cookie: SessionCookie;
  origin: string;
  allowedOrigins: readonly string[];
  production: boolean;
  demo: boolean;
  trustProxy: boolean;
  canWrite: () => { writable: boolean; reason: string | null };
  readiness: () => Promise<Readiness>;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's middleware in development. */
  development?: RequestHandler;
};

/** The HTTP side: headers, static files, health, the gates that stand before Remix, then Remix itself. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", options.trustProxy ? 1 : false);
  app.use(securityHeaders({ production: options.production, https: options.origin.startsWith("https:") }));
  app.use(compression());
  if (options.development) app.use(options.development);
  else app.use(assets(), express.static(clientFolder, { index: false, maxAge: "1h" }));
  app.use(health(options.readiness), schemas(), wellKnown(options.services), publicPages(options));
  // Before the gates that are for browsers: programs have no cookie, and nothing of them comes from a page.
  app.use("/api/v1", apiRouter(options));
  app.use(
    originGate(options.allowedOrigins),
    requestLimits({
      usual: LIMITS.request,
      article: LIMITS.articleForm,
      release: LIMITS.releaseForm,
      precedents: LIMITS.importForm,
    }),
    refuseUnused,
    wholeBody((request) => options.services.sessions.read(options.cookie.read(request.headers.cookie), false) !== null),
  );
  app.use(
    noStore,
    createRequestHandler({
      build: options.build,
      mode: options.production ? "production" : "development",
      getLoadContext: loadContext(options),
    }),
  );
  app.use(lastResort(options.log));
  return app;
}

// Two doors of Remix that nothing of ours goes through: its manifest lets anybody make the server work for nothing, and
// "?_data=", the way in which pages asked for data before ".data", ends in a fault of Remix's own.
const refuseUnused: RequestHandler = (request, response, next) => {
  const [, search = ""] = request.url.split("?", 2);
  if (request.path === "/__manifest" || new URLSearchParams(search).has("_data"))
    return void response.status(404).end();
  next();
};

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  next();
};

/** Whether a person asked for this. A browser that says otherwise can only shorten its own session. */
const isAsked = (request: Request): boolean => request.headers[UNASKED_HEADER] === undefined;

function loadContext({ services, live, cookie, origin, production, demo, canWrite }: AppOptions) {
  return (request: Request, response: Response): AppLoadContext => {
    const readAt = live.moment();
    const sessionId = cookie.read(request.headers.cookie);
    const language = readLanguage(request.headers);
    return {
      services,
      member: services.sessions.read(sessionId, isAsked(request))?.member ?? null,
      readAt,
      nonce: response.locals.nonce,
      production,
      demo,
      origin,
      network: networkOf(request.ip ?? ""),
      readOnly: canWrite().reason,
      stream: (pieces) => fileStream(response, pieces),
      language,
      keepLanguage: (chosen) => {
        services.mailLanguage.keep(sessionId, chosen);
        return languageCookie(chosen);
      },
      setSession: (id) => {
        services.mailLanguage.keep(id, language);
        return cookie.set(id);
      },
      endSession: () => {
        if (sessionId) services.sessions.end(sessionId);
        return cookie.clear();
      },
    };
  };
}
