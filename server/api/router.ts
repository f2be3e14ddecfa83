import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import { pipeline } from "node:stream/promises";
import express, { type Request, type RequestHandler, type Response, type Router } from "express";
import { LIMITS } from "#domain/limits.ts";
import type { Scope } from "#domain/scopes.ts";
import { type ApiDocument, docsPage } from "#server/api/docs-page.ts";
import { etagOf, isNamed } from "#server/api/etag.ts";
import { limitOfStrangers, limitOfToken } from "#server/api/limits.ts";
import { openApi } from "#server/api/openapi.ts";
import { FileAnswer, type Operation } from "#server/api/operation.ts";
import { apiOperations } from "#server/api/operations/index.ts";
import { answerProblems, HttpProblem, sendProblem } from "#server/api/problem.ts";
import type { Member } from "#server/context.ts";
import { inChunks } from "#server/export/chunks.ts";
import type { Log } from "#server/log.ts";
import type { Services } from "#server/services/index.ts";

type Options = { services: Services; origin: string; log?: Log };

/** The interface for programs, version 1: bearer tokens in, JSON out, no cookies, so nothing that a page could borrow. */
export function apiRouter({ services, origin, log }: Options): Router {
  const router = express.Router();
  const operations = apiOperations(origin);
  const described = openApi(operations, origin);
  router.get("/openapi.json", (_request, response) => void response.type("json").send(JSON.stringify(described)));
  router.get("/docs", (_request, response) => {
    response.type("html").send(docsPage(described as unknown as ApiDocument, response.locals.nonce));
  });
  router.all(["/openapi.json", "/docs"], notPossible(["GET"]));
  router.use(authenticate(services), limitOfToken(), noStore);
  for (const one of operations) {
    const path = one.path.replace(/\{(\w+)\}/g, ":$1");
    router[one.method](path, demandScope(one.scope), ...(one.body ? [jsonBody] : []), answer(one, services));
  }
  for (const path of new Set(operations.map((one) => one.path))) {
    const methods = operations.filter((one) => one.path === path).map((one) => one.method.toUpperCase());
    router.all(path.replace(/\{(\w+)\}/g, ":$1"), notPossible(methods));
  }
  router.use((_request, response) => sendProblem(response, 404, "Nothing is here. See /api/v1/docs."));
  router.use(answerProblems(log));
  return router;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "private, no-cache");
  next();
};

/** Lets in who shows a good token. Guessing is counted by network. @see RFC 6750 */
function authenticate(services: Services): RequestHandler {
  const strangers = limitOfStrangers();
  return (request, response, next) => {
    const [, token] = /^Bearer +([\w-]{20,100})$/i.exec(request.headers.authorization ?? "") ?? [];
    const found = token === undefined ? null : services.tokens.read(token);
    if (found) {
      Object.assign(response.locals, { tokenId: found.id, actor: found.member, scopes: found.scopes });
      return next();
    }
    return strangers(request, response, () => {
      response.setHeader("WWW-Authenticate", 'Bearer realm="assay"');
      sendProblem(
        response,
        401,
        "Send “Authorization: Bearer …” with a token that works. Members make them under Tokens.",
      );
    });
  };
}

const demandScope =
  (scope: Scope): RequestHandler =>
  (_request, response, next) => {
    if ((response.locals.scopes as Scope[]).includes(scope)) return next();
    response.setHeader("WWW-Authenticate", `Bearer error="insufficient_scope", scope="${scope}"`);
    sendProblem(response, 403, `This token may not do that. Make one with “${scope}”.`);
  };

/** What another encoding makes of its letters would be kept as if somebody had written it. @see RFC 8259 §8.1 */
const demandUtf8 = (_request: unknown, _response: unknown, body: Buffer, encoding: string): void => {
  if (encoding === "utf-8" && !isUtf8(body)) throw new HttpProblem(400, "The body is not UTF-8. Send it so.");
};
const readJson = express.json({ limit: LIMITS.articleForm, strict: true, verify: demandUtf8 });
const jsonBody: RequestHandler = (request, response, next) => {
  if (request.is("application/json")) return readJson(request, response, next);
  sendProblem(response, 415, "Send the body as application/json.");
};

const notPossible =
  (methods: readonly string[]): RequestHandler =>
  (_request, response) => {
    const all = methods.flatMap((one) => (one === "GET" ? ["GET", "HEAD"] : one)).join(", ");
    response.setHeader("Allow", all);
    sendProblem(response, 405, `Only ${all} is possible here.`);
  };

function answer(one: Operation, services: Services): RequestHandler {
  return async (request, response, next) => {
    try {
      const given = await one.run({
        services,
        actor: response.locals.actor as Member,
        params: one.params.parse(request.params),
        query: one.query.strict().parse(request.query),
        body: one.body?.parse(request.body),
        once: idempotencyKey(request),
        demandSeen: (now) => one.onVersion && demandSeen(request, now),
      });
      if (given instanceof FileAnswer) await sendFile(response, given);
      else sendJson(request, response, one.status, JSON.stringify(given));
    } catch (error) {
      next(error);
    }
  };
}

/** @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header */
function idempotencyKey(request: Request): string {
  const key = request.get("idempotency-key");
  if (key === undefined) return randomUUID();
  if (!/^[\x21-\x7e]{8,100}$/.test(key))
    throw new HttpProblem(400, "An Idempotency-Key has 8 to 100 visible characters; a UUID is good.");
  return `api:${key}`;
}

function demandSeen(request: Request, now: unknown): void {
  const seen = request.get("if-match");
  if (seen === undefined) throw new HttpProblem(428, "Send If-Match with the ETag of the claim that you read.");
  if (!isNamed(etagOf(JSON.stringify(now)), seen))
    throw new HttpProblem(412, "The claim is not what it was when you read it. Read it again and decide anew.");
}

function sendJson(request: Request, response: Response, status: number, body: string): void {
  const tag = etagOf(body);
  response.setHeader("ETag", tag);
  const known = request.get("if-none-match");
  if (request.method === "GET" && known !== undefined && isNamed(tag, known)) return void response.status(304).end();
  response.status(status).type("json").send(body);
}

/** Written while it is sent; a fault breaks the connection, so that half a file never looks whole. */
async function sendFile(response: Response, { file }: FileAnswer): Promise<void> {
  const { fileName, mediaType, pieces } = file;
  response.setHeader("Content-Type", mediaType);
  response.setHeader("Content-Disposition", `attachment; filename="${fileName}"`);
  await pipeline(inChunks(pieces), response);
}
