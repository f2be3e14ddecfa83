import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiDesk, apiDesk } from "#server/api/api.fixture.ts";
import { apiOperations } from "#server/api/operations/index.ts";
import type { Member } from "#server/context.ts";
import { caseWithClaim } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";

type Described = {
  responses: Record<string, { content: Record<string, { schema?: object }> }>;
};
type OpenApi = { paths: Record<string, Record<string, Described>>; components: object };

let api: ApiDesk;
let ana: Member;
let token: string;
let made: ReturnType<typeof caseWithClaim>;
let described: OpenApi;
let validatorOf: (id: string, status: number) => ValidateFunction;

beforeAll(async () => {
  api = await apiDesk();
  ana = api.desk.member("Ana", "editor");
  token = api.tokenOf(ana);
  made = caseWithClaim(api.desk, ana);
  made.rate(api.desk.member("Chen", "analyst"), "false");
  made.sign(ana);
  described = (await (await api.ask(null, "/openapi.json")).json()) as OpenApi;
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  ajv.addSchema({ $id: "openapi", ...described });
  validatorOf = (id, status) => {
    const { path, method } = operationNamed(id);
    const media = status < 400 ? "application~1json" : "application~1problem+json";
    const at = `${path.replaceAll("/", "~1")}/${method}/responses/${status}/content/${media}/schema`;
    return ajv.compile({ $ref: `openapi#/paths/${encodeURI(at)}` });
  };
});
afterAll(() => api.close());

const operations = apiOperations("http://localhost:3000");
function operationNamed(id: string) {
  const found = operations.find((one) => one.id === id);
  if (!found) throw new Error(`There is no operation ${id}.`);
  return found;
}

/** One request for every operation, on the desk above; what it needs to be granted. */
const REQUESTS: Record<string, () => Promise<{ path: string; body?: unknown; headers?: Record<string, string> }>> = {
  listMembers: async () => ({ path: "/members" }),
  listCases: async () => ({ path: "/cases?limit=1" }),
  listDocuments: async () => ({ path: "/cases/1/documents" }),
  readDocument: async () => ({ path: `/cases/1/documents/${made.documentId}?version=1` }),
  addDocument: async () => ({ path: "/cases/1/documents", body: { title: "Three counts", text: "It was 12." } }),
  listClaims: async () => ({ path: "/cases/1/claims?status=signed_off&rating=false" }),
  readClaim: async () => ({ path: "/cases/1/claims/1" }),
  createClaim: async () => ({
    path: "/cases/1/claims",
    body: { document: made.documentId, selector: { type: "TextQuoteSelector", exact: "up to 1,100 were moved" } },
  }),
  assignClaim: async () => ({
    path: "/cases/1/claims/1/assignment",
    body: { assignee: ana.id, reviewers: [], dueAt: "2026-03-12T10:00:00+01:00" },
    headers: { "if-match": (await api.ask(token, "/cases/1/claims/1")).headers.get("etag") ?? "" },
  }),
  listReviews: async () => ({ path: "/cases/1/claims/1/reviews" }),
  listReleases: async () => ({ path: "/cases/1/releases" }),
  readNextRelease: async () => ({ path: "/cases/1/releases/next" }),
  makeRelease: async () => {
    const { ready } = (await (await api.ask(token, "/cases/1/releases/next")).json()) as { ready: unknown };
    return { path: "/cases/1/releases", body: { ready } };
  },
  readRelease: async () => ({ path: "/cases/1/releases/1" }),
  readFile: async () => ({ path: "/cases/1/releases/1/files/json" }),
};

async function request(id: string, withToken: string | null, more: Record<string, string> = {}) {
  const { path, body, headers } = await (REQUESTS[id] as (typeof REQUESTS)[string])();
  const { method } = operationNamed(id);
  if (body === undefined)
    return api.ask(withToken, path, { method: method.toUpperCase(), headers: { ...headers, ...more } });
  return api.send(withToken, method.toUpperCase(), path, body, { ...headers, ...more });
}

describe("the description of the interface for programs", () => {
  test("[AP1] is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(described));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test("[AP1] names every operation once, and a page says the same", async () => {
    expect(Object.keys(REQUESTS).sort()).toEqual(operations.map(({ id }) => id).sort());
    const page = await (await api.ask(null, "/docs")).text();
    for (const { id, path, summary } of operations) {
      expect(page).toContain(`id="${id}"`);
      expect(page).toContain(path);
      expect(page).toContain(summary.replaceAll("'", "&#39;"));
    }
  });
});

test("[AP2] a claim comes with what was put on the record about it after its release", async () => {
  const of = async (one: typeof made) =>
    (await (await api.ask(token, `/cases/${one.caseNumber}/claims/1`)).json()) as { corrections: object[] };
  expect((await of(made)).corrections).toEqual([]);
  const claim = caseWithClaim(api.desk, ana);
  claim.rate(ana, "disputed");
  claim.sign(api.desk.member("Bo", "editor"));
  await releaseAll(api.desk, ana, claim.caseNumber);
  claim.correct(ana);
  expect((await of(claim)).corrections).toMatchObject([
    { kind: "correction", state: "open", releasedBefore: 1, by: { name: "Ana" } },
  ]);
});

describe.each(operations.map(({ id }) => id))("%s", (id) => {
  test("[AP2] answers as it is described", async () => {
    const { status, answer } = operationNamed(id);
    const answered = await request(id, token);
    expect(answered.status).toBe(status);
    if (!answer) return expect(answered.headers.get("content-disposition")).toContain("attachment");
    const isValid = validatorOf(id, status);
    isValid(await answered.json());
    expect(isValid.errors).toBeNull();
  });

  test("[AP3] refuses whoever has no token, a false one, or one that may not do this", async () => {
    const { scope } = operationNamed(id);
    const others = (["read", "write", "release"] as const).filter((one) => one !== scope);
    for (const [wrong, status] of [
      [null, 401],
      ["assay_notatokennotatokennotatoken", 401],
      [api.tokenOf(ana, others), 403],
    ] as const) {
      const answered = await request(id, wrong);
      expect(answered.status).toBe(status);
      expect(answered.headers.get("www-authenticate")).toMatch(/^Bearer/);
      const isValid = validatorOf(id, status);
      isValid(await answered.json());
      expect(isValid.errors).toBeNull();
    }
  });
});
