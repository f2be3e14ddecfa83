import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LIMITS } from "#domain/limits.ts";
import { UNASKED_HEADER } from "#domain/protocol.ts";
import { createApp } from "#server/http/app.ts";
import { sessionCookie } from "#server/http/cookies.ts";
import { SCHEMAS } from "#server/http/schemas.ts";
import { createLog } from "#server/log.ts";
import { dailyCheckpoint } from "#server/proof/checkpoints.ts";
import { openNote, readCheckpoint, readKey } from "#server/proof/verifier/note.js";
import { createReadiness } from "#server/readiness/readiness.ts";
import { caseWithClaim, type TestDesk, testDesk } from "#server/testing/desk.ts";

const OURS = "https://desk.example.org";

let desk: TestDesk;
let server: Server;
let reached: { method: string; network: string; member: string | null; nonce: string }[];

/** Remix with one route that notes what gets through to it. */
function tinyBuild(): ServerBuild {
  const note = ({ request: asked, context }: { request: Request; context: Record<string, unknown> }) => {
    const { network, member, nonce } = context as { network: string; member: { name: string } | null; nonce: string };
    reached.push({ method: asked.method, network, member: member?.name ?? null, nonce });
    return new Response("reached");
  };
  const module = { loader: note, action: note } as unknown as ServerBuild["routes"][string]["module"];
  return {
    mode: "production",
    entry: { module: { default: () => new Response("page") } },
    routes: { all: { id: "all", path: "*", module } },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {} as ServerBuild["future"],
    isSpaMode: false,
  };
}

async function listen({ origin = OURS, trustProxy = false } = {}): Promise<void> {
  const { port } = server.listening ? (server.address() as AddressInfo) : await open();
  const log = createLog("silent");
  server.removeAllListeners("request");
  server.on(
    "request",
    createApp({
      ...{ services: desk.services, live: desk.live, cookie: sessionCookie(origin.startsWith("https:"), port), origin },
      ...{ allowedOrigins: [origin], production: true, demo: false, trustProxy },
      ...{ canWrite: desk.rooms.health, build: tinyBuild(), log },
      readiness: createReadiness({ checks: desk.rooms.proofs, log, now: () => performance.now() }),
    }),
  );
}

async function open(): Promise<AddressInfo> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server.address() as AddressInfo;
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => {
        asked.destroy();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
      });
    });
    asked.on("error", reject);
    if (body === undefined && Number(headers["content-length"] ?? 0) > 0) asked.flushHeaders();
    else asked.end(body);
  });
}

const post = (headers: Record<string, string> = {}, path = "/cases/new") =>
  ask("POST", path, { "content-length": "3", ...headers }, "a=1");

beforeEach(async () => {
  desk = testDesk();
  reached = [];
  server = createServer();
  await listen();
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await desk.close();
});

describe("the origin gate", () => {
  test.each<[string, Record<string, string>, boolean]>([
    ["our own page, by fetch metadata", { "sec-fetch-site": "same-origin" }, true],
    ["our own page, by its origin", { origin: OURS }, true],
    ["our own page, by both", { "sec-fetch-site": "same-origin", origin: OURS }, true],
    ["nothing said", {}, false],
    ["another site", { "sec-fetch-site": "cross-site" }, false],
    ["another site that claims our origin", { "sec-fetch-site": "cross-site", origin: OURS }, false],
    ["another host of our site", { "sec-fetch-site": "same-site", origin: OURS }, false],
    ["typed into the address bar", { "sec-fetch-site": "none" }, false],
    ["fetch metadata twice", { "sec-fetch-site": "same-origin, cross-site" }, false],
    ["an opaque origin", { origin: "null" }, false],
    ["an evil origin", { origin: "https://evil.example" }, false],
    ["an origin that begins like ours", { origin: `${OURS}.evil.example` }, false],
    ["our host without the s", { origin: "http://desk.example.org" }, false],
    ["our host on another port", { origin: `${OURS}:8443` }, false],
    ["an empty origin", { origin: "" }, false],
    [
      "a forged forwarded host",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" },
      false,
    ],
    ["only a referrer", { referer: `${OURS}/cases` }, false],
  ])("[HT1] a change that comes from %s", async (_from, headers, allowed) => {
    const answer = await post(headers);
    expect(answer.status).toBe(allowed ? 200 : 403);
    expect(reached.length).toBe(allowed ? 1 : 0);
    if (!allowed) expect(answer.body).toContain("nothing was changed");
  });

  test("[WD6] what is refused before there is a page is refused in the language of whoever asked", async () => {
    const inArabic = { "accept-language": "en;q=0.5", cookie: "assay-language=ar" };
    const refused = await post({ ...inArabic, "sec-fetch-site": "cross-site" });
    expect([refused.headers["content-language"], refused.headers["content-type"]]).toEqual([
      "ar",
      "text/plain; charset=utf-8",
    ]);
    expect(refused.body).toContain("فلم يتغير شيء");
    const large = await post({ ...inArabic, origin: OURS, "content-length": String(2 * LIMITS.request) });
    expect(large.body).toContain("1024 KiB");
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])(
    "[HT1] %s is a change, also of data and of other paths",
    async (method) => {
      for (const path of ["/", "/cases/1/board?_data=routes%2Fcases", "/healthz", "/sign-out", "/favicon.svg"]) {
        const { status } = await ask(method, path, { "content-length": "0", origin: "https://evil.example" });
        expect(status, path).toBe(403);
      }
      expect(reached).toEqual([]);
    },
  );

  test.each(["GET", "HEAD"])("[HT1] %s comes through from everywhere, because it changes nothing", async (method) => {
    expect((await ask(method, "/cases", { "sec-fetch-site": "cross-site" })).status).toBe(200);
    expect(reached).toHaveLength(1);
  });
});

describe("the bounds of a request", () => {
  const own = { origin: OURS };

  test("[HT2] a body without a length is refused with 411 and not read", async () => {
    const answer = await ask("POST", "/cases/new", { ...own, "transfer-encoding": "chunked" }, "a=1");
    expect([answer.status, reached.length]).toEqual([411, 0]);
  });

  test.each([
    ["/cases/new", LIMITS.request],
    ["/cases/1/documents/new", LIMITS.articleForm],
    ["/cases/1/release", LIMITS.releaseForm],
    ["/cases/1/release.data", LIMITS.releaseForm],
  ])("[HT2] %s takes %d bytes, and 413 says how much that is", async (path, bound) => {
    const tooLarge = await ask("POST", path, { ...own, "content-length": String(bound + 1) });
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.body).toContain(`${bound / 1024} KiB`);
    expect(reached).toEqual([]);
    const exact = await ask("POST", path, { ...own, "content-length": String(bound) }, "a".repeat(bound));
    expect(exact.status).toBe(200);
  });
});

test.each(Object.entries(SCHEMAS))(
  "[FM7] %s tells programs of every origin what the files hold, without signing in",
  async (address, { file, mediaType }) => {
    const { status, headers, body } = await ask("GET", address, { origin: "https://elsewhere.example" });
    expect([status, headers["content-type"]]).toEqual([200, mediaType]);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(body).toBe(readFileSync(new URL(`../../docs/${file}`, import.meta.url), "utf8"));
    expect(readFileSync(new URL("../../docs/exports.md", import.meta.url), "utf8")).toContain(address);
  },
);

test("[ST1] a schema calls itself as it is served, and finds what it takes from another one beside it", () => {
  for (const [address, { file }] of Object.entries(SCHEMAS)) {
    const text = readFileSync(new URL(`../../docs/${file}`, import.meta.url), "utf8");
    const named = [...text.matchAll(/"\$(?:id|ref)": "([^"#]+)/g)].map(([, name]) => `/schemas/${name}`);
    for (const one of named) expect(Object.keys(SCHEMAS), `${address}, ${one}`).toContain(one);
  }
});

describe("what nothing of ours asks for", () => {
  test.each(["/__manifest", "/sign-in?_data=x", "/cases?a=1&%5Fdata=routes%2Fcases", "/cases?_data"])(
    "[HT15] %s is nowhere, and reaches no page",
    async (path) => {
      const own = { origin: OURS, "content-length": "3" };
      const statuses = [(await ask("GET", path)).status, (await ask("POST", path, own, "a=1")).status];
      expect(statuses).toEqual([404, 404]);
      expect(reached).toEqual([]);
    },
  );

  test("[HT15] an address with such words in a value of its own is a page", async () => {
    expect((await ask("GET", "/sign-in?to=%2Fcases%3F_data%3Dx")).status).toBe(200);
  });
});

describe("headers", () => {
  test("[HT3] every answer has them, also refusals, health and what is missing", async () => {
    const answers = [
      await ask("GET", "/cases"),
      await post(),
      await ask("GET", "/healthz"),
      await ask("GET", "/assets/none.js"),
      await ask("GET", "/__manifest"),
    ];
    expect(answers.map((one) => one.status)).toEqual([200, 403, 200, 404, 404]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "SAMEORIGIN",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "strict-transport-security": expect.stringContaining("max-age=31536000"),
        "permissions-policy": expect.stringContaining("camera=()"),
      });
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers).not.toHaveProperty("x-powered-by");
    }
  });

  test("[HT3] the policy is enforced, and lets nothing in but our own files and the one nonce of this answer", async () => {
    const policies = [await ask("GET", "/cases"), await ask("GET", "/cases")].map(
      ({ headers }) => headers["content-security-policy"] as string,
    );
    const nonces = policies.map((policy) => /script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(nonces).toEqual(reached.map((one) => one.nonce));
    expect(new Set(nonces).size).toBe(2);
    for (const nonce of nonces) expect(Buffer.from(nonce ?? "", "base64")).toHaveLength(16);
    const directives = (policies[0] ?? "")
      .replaceAll(nonces[0] ?? "", "N")
      .split(";")
      .sort();
    expect(directives).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "manifest-src 'self'",
      "object-src 'none'",
      "script-src 'self' 'nonce-N' 'strict-dynamic'",
      "style-src 'self' 'nonce-N'",
    ]);
  });

  test("[HT3] without https nothing is promised about https", async () => {
    await listen({ origin: "http://localhost:3000" });
    expect((await ask("GET", "/cases")).headers).not.toHaveProperty("strict-transport-security");
  });

  test("[HT4] pages are kept by no cache, signed in or not", async () => {
    expect((await ask("GET", "/cases")).headers["cache-control"]).toBe("no-store");
    expect((await post({ origin: OURS })).headers["cache-control"]).toBe("no-store");
  });
});

describe("who is asking", () => {
  test("[HT5] the session in the cookie is the member, and a wrong or ended one is nobody", async () => {
    const { id } = desk.member("Ana", "admin");
    const { sessionId } = desk.services.sessions.begin(id, "Test");
    await ask("GET", "/cases", { cookie: `other=1; __Host-assay=${sessionId}` });
    await ask("GET", "/cases", { cookie: `assay=${sessionId}` });
    await ask("GET", "/cases", { cookie: "__Host-assay=none" });
    desk.services.sessions.end(sessionId);
    await ask("GET", "/cases", { cookie: `__Host-assay=${sessionId}` });
    expect(reached.map((one) => one.member)).toEqual(["Ana", null, null, null]);
  });

  test("[AC4] a person's request keeps the session alive; a page that follows its case does not", async () => {
    const { sessionId } = desk.services.sessions.begin(desk.member("Ana", "admin").id, "Test");
    const cookie = `__Host-assay=${sessionId}`;
    const lastSeen = () => desk.sqlite.prepare("select last_seen_at from sessions").pluck().get();
    const begun = lastSeen();
    desk.clock.now += 7 * 60 * 60_000;
    await ask("GET", "/cases/1/board.data", { cookie, [UNASKED_HEADER]: "1" });
    expect(lastSeen()).toBe(begun);
    await ask("GET", "/cases/1/board.data", { cookie });
    expect(lastSeen()).toBe(desk.clock.now);
    expect(reached.map((one) => one.member)).toEqual(["Ana", "Ana"]);
  });

  test("[HT6] a forwarded address counts only behind a proxy that is trusted, and only the one that it wrote", async () => {
    const forged = { "x-forwarded-for": "192.0.2.1, 198.51.100.7" };
    await ask("GET", "/cases", forged);
    await listen({ trustProxy: true });
    await ask("GET", "/cases", forged);
    expect(reached.map((one) => one.network)).toEqual(["127.0.0.1", "198.51.100.7"]);
  });
});

describe("health", () => {
  test("[HT7] the process answers, and says of each thing whether it can do its work", async () => {
    const [alive, ready] = [await ask("GET", "/healthz"), await ask("GET", "/readyz")];
    expect([alive.status, alive.body]).toEqual([200, '{"ok":true}']);
    expect(ready.status).toBe(200);
    const well = { ok: true, reason: null };
    expect(JSON.parse(ready.body)).toEqual({ ok: true, checks: { write: well, log: well } });
    expect(reached).toEqual([]);
  });

  test("[HT40] a disk that began to refuse since anybody wrote is found out by the question", async () => {
    desk.sqlite.pragma("query_only = ON");
    const ready = await ask("GET", "/readyz");
    desk.sqlite.pragma("query_only = OFF");
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.body).checks).toMatchObject({ write: { ok: false }, log: { ok: true } });
    expect(desk.rooms.health().writable).toBe(true);
  });

  test("[HT7] on a disk that refuses, the process is alive and not ready, and says why", async () => {
    const claim = caseWithClaim(desk, desk.member("Ana", "editor"));
    desk.sqlite.pragma("query_only = ON");
    expect(() => desk.rooms.edit(claim.claimId, null, (doc) => doc.getText("gaps").insert(0, "a"))).toThrow(/disk/);
    const [alive, ready] = [await ask("GET", "/healthz"), await ask("GET", "/readyz")];
    desk.sqlite.pragma("query_only = OFF");
    expect([alive.status, ready.status]).toEqual([200, 503]);
    expect(JSON.parse(ready.body)).toMatchObject({
      ok: false,
      checks: { write: { ok: false, reason: expect.stringContaining("SQLITE_READONLY") } },
    });
  });
});

describe("what strangers need to check a release", () => {
  const get = (path: string) => ask("GET", path);

  test("[PR6] the keys and the newest checkpoint stand at addresses of their own, for everybody, as plain text", async () => {
    const keys = await get("/.well-known/assay-keys");
    expect([keys.status, keys.headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(keys.body).toBe(`${desk.signer.line} signs since 2026-03-10T09:00:00.000Z\n`);
    expect((await get("/.well-known/assay-checkpoint")).status).toBe(404);
    dailyCheckpoint({ ...desk, now: () => desk.clock.now });
    const checkpoint = await get("/.well-known/assay-checkpoint");
    expect([checkpoint.status, checkpoint.headers["cache-control"]]).toEqual([200, "public, max-age=60"]);
    const key = readKey(keys.body.split(" ")[0] ?? "");
    expect(readCheckpoint(openNote(checkpoint.body, key ? [key] : [])?.text ?? "")?.size).toBe(1);
    expect(reached).toEqual([]);
  });
});
