import { afterEach, expect, test, vi } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { keepList } from "#app/board/keep-list.ts";
import { packRows } from "#app/board/packed-rows.ts";
import { noteChange } from "#app/live/changed-claims.ts";

afterEach(() => vi.unstubAllGlobals());

/** Lists of a case of this number, asked of a server that answers when the test says so, in the order of the questions. */
function listOf(number: number) {
  const loader = keepList();
  const asked: { path: string; answer: (...statements: string[]) => void }[] = [];
  vi.stubGlobal("fetch", (path: string, { signal }: RequestInit) => {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    signal?.addEventListener("abort", () => reject(signal.reason));
    const answer = (...statements: string[]) => {
      const claims = packRows(statements.map((statement, at) => claimRow({ number: at + 1, statement })));
      resolve(Response.json({ caseId: `case ${number}`, mark: "start", claims, views: [] }));
    };
    asked.push({ path, answer });
    return promise;
  });
  const load = async (signal?: AbortSignal) => {
    const request = new Request(`http://desk.invalid/cases/${number}/board`, { signal });
    const list = await loader({ request, params: { number: String(number) }, serverLoader: vi.fn() } as never);
    return (list as { claims: { statement: string }[] }).claims.map(({ statement }) => statement);
  };
  return { asked, load };
}

test("[BV24] of two loads the one that began later has the newer list, whichever ends first", async () => {
  const { asked, load } = listOf(1);
  const [first, second] = [load(), load()];
  asked[1]?.answer("It rained.", "It snowed.");
  expect(await second).toEqual(["It rained.", "It snowed."]);
  asked[0]?.answer("It rained.");
  expect(await first).toEqual(["It rained.", "It snowed."]);
});

test("[BV24] what a load was for that was cut off is asked for by the next one, and not again by the one after", async () => {
  const { asked, load } = listOf(2);
  const whole = load();
  asked[0]?.answer("It rained.");
  await whole;
  noteChange("case 2", { type: "claim", claimId: "claim-1" });
  const step = new AbortController();
  const given = load(step.signal);
  const next = load();
  step.abort();
  await expect(given).rejects.toThrow();
  asked[2]?.answer("It snowed.");
  expect(await next).toEqual(["It snowed."]);
  const after = load();
  asked[3]?.answer();
  await after;
  expect(asked.map(({ path }) => path)).toEqual(
    ["", "?ids=claim-1", "?ids=claim-1", "?ids="].map((search) => `/cases/2/rows${search}`),
  );
});
