import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepForm, stayWhenUnreachable } from "#app/live/keep-form.ts";
import { keepSpeech } from "#app/words/speeches.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";

keepSpeech({ language: "en", catalogue: CATALOGUES.en });

const send = (answer: () => unknown) => keepForm()({ serverAction: (async () => answer()) as never });
const fail = (error: unknown) => () => {
  throw error;
};
const at = new URL("https://desk.example/cases/14/claims/1");
const call = { currentUrl: at, nextUrl: at, currentParams: {}, nextParams: {}, defaultShouldRevalidate: true };

test("[ED6] what does not reach the server is refused in words, and the page is not loaded again", async () => {
  const answer = await send(fail(new TypeError("Failed to fetch")));
  expect(answer).toMatchObject({ ok: false, refused: { message: expect.stringContaining("could not be reached") } });
  expect(stayWhenUnreachable({ ...call, formMethod: "POST", actionResult: answer as never })).toBe(false);
});

test("an answer of the server goes through: a result, a refusal, a redirect, a fault", async () => {
  expect(await send(() => ({ ok: true }))).toEqual({ ok: true });
  const redirect = new Response(null, { status: 302 });
  await expect(send(fail(redirect))).rejects.toBe(redirect);
  await expect(send(fail(new Error("Unexpected Server Error")))).rejects.toThrow("Unexpected Server Error");
  expect(stayWhenUnreachable({ ...call, formMethod: "POST", actionResult: { ok: true } as never })).toBe(true);
});

const folder = join(import.meta.dirname, "../routes");
const screens = readdirSync(folder)
  .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }))
  .filter(
    ({ text }) => /^export (async function|function|const) action\b/m.test(text) && /^export default/m.test(text),
  );

test.each(screens)("$name keeps its form when the server is away", ({ text }) => {
  expect(text).toMatch(/^export const clientAction = keep(List)?Form\(\);$/m);
  expect(text).toMatch(/^export const shouldRevalidate = (stayWhenUnreachable|reloadList|reloadPart);$/m);
});
