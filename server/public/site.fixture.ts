import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import type { Member } from "#server/context.ts";
import { createApp } from "#server/http/app.ts";
import { sessionCookie } from "#server/http/cookies.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";

export const ORIGIN = "http://localhost:3000";

export type Got = { status: number; headers: IncomingHttpHeaders; body: string };

/** A desk behind the real HTTP side, with people, and a case whose claim can be released. */
export async function openSite() {
  const desk = testDesk();
  const server = createServer(appOf(desk));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const people = { ana: desk.member("Ana Noori", "admin"), bo: desk.member("Bo Lindqvist", "editor") };
  const claim = caseWithClaim(desk, people.ana);
  return {
    ...{ desk, claim, ...people },
    get: (path: string, headers = {}) => ask({ port, path, headers }),
    head: (path: string) => ask({ port, path, method: "HEAD" }),
    switchOn: (language: "en" | "ar" = "en") =>
      desk.services.publications.setPages(people.ana, { isOn: true, language, ...once() }),
    switchOff: () => desk.services.publications.setPages(people.ana, { isOn: false, language: "en", ...once() }),
    release: () => releaseAll(desk, people.bo),
    publish: (number: number, { by = people.bo, confirmed = false } = {}) =>
      desk.services.publications.publish(by, 1, number, { confirmed, ...once() }),
    withdraw: (number: number, by: Member = people.bo) =>
      desk.services.publications.withdraw(by, 1, number, { reason: "An order.", ...once() }),
    withhold: (claimNumber = 1) =>
      desk.services.withheldClaims.withhold(people.bo, 1, claimNumber, { reason: "An order.", ...once() }),
    showAgain: (claimNumber = 1) => desk.services.withheldClaims.showAgain(people.bo, 1, claimNumber, once()),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await desk.close();
    },
  };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

function appOf(desk: TestDesk) {
  const ready = { ok: true, checks: {} };
  return createApp({
    ...{
      services: desk.services,
      live: desk.live,
      cookie: sessionCookie(false, 3000),
      origin: ORIGIN,
      allowedOrigins: [ORIGIN],
    },
    ...{ production: true, demo: false, trustProxy: false, canWrite: desk.rooms.health, build: NOTHING },
    readiness: async () => ready as never,
  });
}

/** Remix with no page but the one for what is not there. */
const NOTHING = {
  mode: "production",
  entry: { module: { default: () => new Response("page") } },
  routes: {
    all: { id: "all", path: "*", module: { loader: () => new Response("Nothing is here.", { status: 404 }) } },
  },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  ...{ publicPath: "/", assetsBuildDirectory: "build/client", future: {}, isSpaMode: false },
} as unknown as ServerBuild;

type Asking = { port: number; path: string; method?: string; headers?: Record<string, string> };

function ask({ port, path, method = "GET", headers = {} }: Asking): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        body += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}
