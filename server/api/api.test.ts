import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiDesk, apiDesk } from "#server/api/api.fixture.ts";
import { EXAMPLE, type ExampleRequest, exampleOf } from "#server/api/examples.ts";
import { apiOperations } from "#server/api/operations/index.ts";
import type { Member } from "#server/context.ts";
import { caseWithClaim, once } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";

type Described = Parameters<typeof exampleOf>[1] & {
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

/** The request that an operation is described with, its ids those of the desk above. */
async function documented(id: string): Promise<ExampleRequest> {
  const { path, method } = operationNamed(id);
  const example = exampleOf(path, described.paths[path]?.[method] as Described);
  const real: Record<string, string> = {
    [EXAMPLE.document]: made.documentId,
    [EXAMPLE.member]: ana.id,
    [EXAMPLE.seen]: ((await (await api.ask(token, "/cases/1/releases/next")).json()) as { seen: string }).seen,
  };
  const text = Object.entries(real).reduce((now, [from, to]) => now.replaceAll(from, to), JSON.stringify(example));
  const asked = JSON.parse(text) as ExampleRequest;
  const ifMatch = asked.headers["If-Match"] && (await api.ask(token, "/cases/1/claims/1")).headers.get("etag");
  return ifMatch ? { ...asked, headers: { ...asked.headers, "If-Match": ifMatch } } : asked;
}

async function request(id: string, withToken: string | null, more: Record<string, string> = {}) {
  const { path, body, headers } = await documented(id);
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

test("[AP2] claims are filtered by status, assignee and rating, alone and together", async () => {
  const [first, chen] = [caseWithClaim(api.desk, ana), api.desk.member("Dalia", "analyst")];
  const claims = api.desk.services.claims;
  first.rate(chen, "false");
  first.sign(ana);
  const second = claims.create(ana, first.caseNumber, { statement: "It rained.", ...once() });
  const { version } = claims.read(ana, first.caseNumber, second.number);
  claims.assign(ana, second.claimId, { assigneeId: chen.id, reviewerIds: [], dueAt: null, version, ...once() });
  const found = async (query: string) => {
    const answer = await api.ask(token, `/cases/${first.caseNumber}/claims?${query}`);
    const { items } = (await answer.json()) as { items: { reference: string }[] };
    return items.map(({ reference }) => Number(reference.split("-")[2]));
  };
  expect(await found("")).toEqual([1, 2]);
  expect(await found("status=signed_off")).toEqual([1]);
  expect(await found("status=inbox")).toEqual([]);
  expect(await found("status=researching")).toEqual([2]);
  expect(await found("rating=false")).toEqual([1]);
  expect(await found("rating=true")).toEqual([]);
  expect(await found(`assignee=${chen.id}`)).toEqual([2]);
  expect(await found(`assignee=${chen.id}&rating=false`)).toEqual([]);
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
