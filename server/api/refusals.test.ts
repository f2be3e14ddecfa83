import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type ApiDesk, apiDesk } from "#server/api/api.fixture.ts";
import { RATES } from "#server/api/limits.ts";
import type { Member } from "#server/context.ts";
import { caseWithClaim, once } from "#server/testing/desk.ts";

let api: ApiDesk;
let ana: Member;
let token: string;

beforeAll(async () => {
  api = await apiDesk();
  ana = api.desk.member("Ana", "editor");
  token = api.tokenOf(ana);
  caseWithClaim(api.desk, ana);
});
afterAll(() => api.close());

const problem = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as object) });
type Next = { seen: string; next: string | null; ready: object[] };
const claims = () => api.desk.services.claims.list(ana, 1).length;

describe("what a program sends", () => {
  test("[AP4] is carried out once for one key, however often it comes", async () => {
    const before = claims();
    const key = { "idempotency-key": "9a8b7c6d-once" };
    const body = { statement: "It rained." };
    const answers = await Promise.all([1, 2, 3].map(() => api.send(token, "POST", "/cases/1/claims", body, key)));
    const references = await Promise.all(
      answers.map(async (one) => ((await one.json()) as { reference: string }).reference),
    );
    expect(new Set(references).size).toBe(1);
    expect(claims()).toBe(before + 1);
    const other = await api.send(token, "POST", "/cases/1/claims", { statement: "It snowed." }, key);
    expect(other.status).toBe(409);
    expect(claims()).toBe(before + 1);
  });

  test.each([
    ["a field that is missing", "/cases/1/documents", { title: "T" }, 400, /errors/],
    ["a number where words belong", "/cases/1/claims", { statement: 7 }, 400, /errors/],
    ["an empty statement", "/cases/1/claims", { statement: " " }, 400, /statement/],
    ["words that stand nowhere", "/cases/1/claims", { quote: "nowhere" }, 400, /letter for letter/],
    ["words that stand twice", "/cases/1/claims", { quote: "were moved" }, 400, /more than once/],
    ["a case that is none", "/cases/none/claims", { statement: "It rained." }, 400, /case/],
    ["a case that is not there", "/cases/99/claims", { statement: "It rained." }, 404, /case/],
    ["a release of nothing", "/cases/1/releases", { seen: "0" }, 409, /nothing to release/],
    [
      "a release of what nobody saw",
      "/cases/1/releases",
      { ready: [{ claim: 1, contentHash: "0" }] },
      409,
      /nothing to release/,
    ],
  ])("[AP5] that is %s is refused in words, and nothing is written", async (_what, path, given, status, words) => {
    const before = claims();
    const { quote } = given as { quote?: string };
    const document = api.desk.services.cases.open(ana, 1).documents[0]?.id;
    const body = quote ? { document, selector: { type: "TextQuoteSelector", exact: quote } } : given;
    const refused = await problem(await api.send(token, "POST", path, body));
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused)).toMatch(words);
    expect(claims()).toBe(before);
  });

  test("[AP5] that is no JSON, broken, too large or of the wrong kind is refused", async () => {
    const post = (body: string, type: string) =>
      api.ask(token, "/cases/1/claims", { method: "POST", body, headers: { "content-type": type } });
    expect(await problem(await post("{}", "text/plain"))).toMatchObject({ status: 415 });
    expect(await problem(await post("{", "application/json"))).toMatchObject({ status: 400 });
    const large = JSON.stringify({ statement: "a".repeat(9_000_000) });
    expect(await problem(await post(large, "application/json"))).toMatchObject({ status: 413 });
    const wrong = await api.ask(token, "/cases/1/claims", { method: "DELETE" });
    expect(wrong.headers.get("allow")).toBe("GET, HEAD, POST");
    expect(await problem(await api.send(null, "POST", "/openapi.json", {}))).toMatchObject({ status: 405 });
    expect(await problem(wrong)).toMatchObject({ status: 405 });
    expect(await problem(await api.ask(token, "/elsewhere"))).toMatchObject({ status: 404 });
  });

  test("[AP5] that is in another encoding is refused: its letters would be kept as others", async () => {
    const before = claims();
    const body = Buffer.from('{"statement":"The café closed."}', "latin1");
    const headers = { "content-type": "application/json" };
    const refused = await problem(await api.ask(token, "/cases/1/claims", { method: "POST", body, headers }));
    expect(refused).toMatchObject({ status: 400, detail: expect.stringContaining("UTF-8") });
    expect(claims()).toBe(before);
  });

  test("[AP5] that asks for a filter which there is not is refused, and not answered with everything", async () => {
    const refused = await problem(await api.ask(token, "/cases/1/claims?statuss=inbox"));
    expect(refused).toMatchObject({ status: 400, errors: [{ detail: expect.stringContaining("statuss") }] });
  });

  test("[AP5] in one of several forms is told what is wrong with the form that it comes nearest to", async () => {
    const errors = async (body: object) => (await api.send(token, "POST", "/cases/1/claims", body)).json();
    expect(await errors({ statement: 7 })).toMatchObject({ errors: [{ field: "statement" }] });
    const selector = { type: "TextQuoteSelector", exact: 7 };
    expect(await errors({ document: "d", selector })).toMatchObject({ errors: [{ field: "selector.exact" }] });
  });

  test("[AP5] cannot reach into objects by names that they have", async () => {
    const body = '{"statement":"It rained.","__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}';
    const headers = { "content-type": "application/json" };
    const answer = await api.ask(token, "/cases/1/claims", { method: "POST", body, headers });
    expect(answer.status).toBe(201);
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});

describe("a list", () => {
  test("[AP6] of what goes into the next release comes in pages; what is released is the whole of it, once for one key", async () => {
    const { services, member } = api.desk;
    const own = caseWithClaim(api.desk, ana);
    const path = `/cases/${own.caseNumber}/releases`;
    own.rate(member("Cleo", "analyst"), "false");
    own.sign(ana);
    services.claims.create(ana, own.caseNumber, { statement: "It snowed.", ...once() });
    const page = async (query: string) => (await (await api.ask(token, `${path}/next?${query}`)).json()) as Next;
    const first = await page("limit=1");
    const second = await page(`limit=1&cursor=${first.next}`);
    expect([first, second]).toMatchObject([
      { counts: { ready: 1, blocked: 1 }, ready: [{ claim: 1 }], blocked: [] },
      { seen: first.seen, ready: [], blocked: [{ claim: 2 }], next: null },
    ]);
    expect((await api.send(token, "POST", path, { seen: "0" })).status).toBe(409);
    const make = () => api.send(token, "POST", path, { seen: first.seen }, { "idempotency-key": "release-once" });
    expect((await make()).status).toBe(201);
    own.rate(ana, "true");
    expect(await (await make()).json()).toMatchObject({ number: 1, claims: 1 });
    const named = { ready: first.ready };
    expect((await api.send(token, "POST", path, named)).status).toBe(409);
  });

  test("[AP6] gives every claim once, whatever the size of its pages", async () => {
    const wanted = api.desk.services.claims.list(ana, 1).map((one) => one.number);
    const found: number[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const at: string = cursor && `&cursor=${cursor}`;
      const page = await (await api.ask(token, `/cases/1/claims?limit=1${at}`)).json();
      const { items, next } = page as { items: { number: number }[]; next: string | null };
      found.push(...items.map((one) => one.number));
      cursor = next;
    }
    expect(found).toEqual(wanted.sort((a, b) => a - b));
  });

  test.each(["x", "YWZ0ZXI6LTE", "%00"])("[AP6] refuses a cursor that it never gave: %s", async (cursor) => {
    expect(await problem(await api.ask(token, `/cases/1/claims?cursor=${cursor}`))).toMatchObject({ status: 400 });
  });
});

describe("an answer", () => {
  test("[AP7] is not sent again while it is the same", async () => {
    const first = await api.ask(token, "/cases/1/claims/1");
    const tag = first.headers.get("etag") ?? "";
    const again = await api.ask(token, "/cases/1/claims/1", { headers: { "if-none-match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("[AP7] is what a change is decided on: another one is refused, and none at all too", async () => {
    const path = "/cases/1/claims/1";
    const body = { assignee: ana.id, reviewers: [], dueAt: null };
    const put = (headers: Record<string, string>) => api.send(token, "PUT", `${path}/assignment`, body, headers);
    expect(await problem(await put({}))).toMatchObject({ status: 428 });
    const tag = (await api.ask(token, path)).headers.get("etag") ?? "";
    expect((await put({ "if-match": tag })).status).toBe(200);
    expect(await problem(await put({ "if-match": tag }))).toMatchObject({ status: 412 });
    const again = { "if-match": (await api.ask(token, "/cases/1/claims/1")).headers.get("etag") ?? "" };
    const key = { "idempotency-key": "assigned-once" };
    expect((await put({ ...again, ...key })).status).toBe(200);
    expect((await put({ ...again, ...key })).status).toBe(200);
  });

  test("[AP8] never holds a protected source, its id or a note", async () => {
    const { claimId, caseNumber } = caseWithClaim(api.desk, ana);
    api.desk.rooms.edit(claimId, ana.id, (doc) => {
      const source = new Y.Map();
      for (const [key, value] of Object.entries({ title: "Night call", note: "Ask Sam", protected: true, order: "a0" }))
        source.set(key, value);
      doc.getMap("sources").set("secret-id", source);
    });
    const text = await (await api.ask(token, `/cases/${caseNumber}/claims/1`)).text();
    expect(JSON.parse(text).card.protectedSources).toBe(1);
    for (const secret of ["Night call", "Ask Sam", "secret-id"]) expect(text).not.toContain(secret);
  });
});

describe("a token", () => {
  test("[AP3] is read behind the name of its scheme in any case, as RFC 9110 has it", async () => {
    expect((await api.ask(null, "/cases", { headers: { authorization: `bearer ${token}` } })).status).toBe(200);
  });

  test("[AP9] does what its member may do, no more", async () => {
    const vera = api.tokenOf(api.desk.member("Vera", "viewer"));
    const refused = await problem(await api.send(vera, "POST", "/cases/1/claims", { statement: "It rained." }));
    expect(refused).toMatchObject({ status: 403 });
  });

  test("[AP9] opens no restricted case to somebody outside: there is none", async () => {
    const choices = { title: "Sealed", scaleId: null, quorum: 1, restricted: true, memberIds: [], ...once() };
    const { number } = api.desk.services.cases.create(ana, choices);
    const outside = api.tokenOf(api.desk.member("Oskar", "editor"));
    const [theirs, none] = await Promise.all(
      [number, 999].map(async (one) => problem(await api.ask(outside, `/cases/${one}/claims`))),
    );
    expect(theirs).toEqual(none);
    const list = await (await api.ask(outside, "/cases?limit=200")).text();
    expect(list).not.toContain("Sealed");
  });

  test("[AP10] works no longer once it is taken back, has ended, or its member has left", async () => {
    const { services, clock } = api.desk;
    const admin = api.desk.member("Ada", "admin");
    const chen = api.desk.member("Chen", "analyst");
    const ended = api.tokenOf(chen);
    const taken = api.tokenOf(ana, ["read"], "Taken");
    const row = services.tokens.list(ana).find((one) => one.label === "Taken");
    services.tokens.revoke(ana, row?.id ?? "", once());
    expect((await api.ask(taken, "/cases")).status).toBe(401);
    expect((await api.ask(ended, "/cases")).status).toBe(200);
    clock.now += 30 * 24 * 60 * 60 * 1_000;
    expect((await api.ask(ended, "/cases")).status).toBe(401);
    const left = api.tokenOf(chen);
    expect((await api.ask(left, "/cases")).status).toBe(200);
    services.members.deactivate(admin, chen.id, once());
    expect((await api.ask(left, "/cases")).status).toBe(401);
  });

  test("[AP10] is shown once and kept as its hash; nobody sees or takes back another's but an admin", async () => {
    const { services, sqlite } = api.desk;
    const bo = api.desk.member("Bo", "editor");
    const secret = api.tokenOf(bo);
    expect(JSON.stringify(sqlite.prepare("select * from tokens").all())).not.toContain(secret.slice(6));
    const [theirs] = services.tokens.list(bo);
    expect(services.tokens.list(ana).some((one) => one.id === theirs?.id)).toBe(false);
    expect(() => services.tokens.revoke(ana, theirs?.id ?? "", once())).toThrow("no such token");
    const admin = api.desk.member("Eve", "admin");
    expect(services.tokens.list(admin).find((one) => one.id === theirs?.id)?.owner?.name).toBe("Bo");
    services.tokens.revoke(admin, theirs?.id ?? "", once());
    expect((await api.ask(secret, "/cases")).status).toBe(401);
  });

  test("[AP11] may ask so much in a minute, and is told what is left and when to come again", async () => {
    const busy = api.tokenOf(ana);
    const first = await api.ask(busy, "/members");
    expect(first.headers.get("ratelimit-policy")).toContain(`q=${RATES.token}`);
    expect(first.headers.get("ratelimit")).toMatch(/r=\d+; ?t=\d+/);
    for (let asked = 0; asked < RATES.stranger; asked++) await api.ask("assay_guess_guess_guess_guess", "/cases");
    const tired = await api.ask("assay_guess_guess_guess_guess", "/cases");
    expect(Number(tired.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await problem(tired)).toMatchObject({ status: 429 });
    expect((await api.ask(busy, "/members")).status).toBe(200);
  });
});
