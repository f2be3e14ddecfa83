import { expect, test } from "vitest";
import { keepCase, noteCaseChange, reloadCase } from "#app/live/case-half.ts";
import { loadUnasked } from "#app/live/unasked.ts";

const HERE = new URL("http://desk.invalid/cases/1/claims/1");
const ELSEWHERE = new URL("http://desk.invalid/cases/2/claims/1");

const asks = (nextUrl = HERE) =>
  reloadCase({ currentUrl: HERE, nextUrl, defaultShouldRevalidate: true } as Parameters<typeof reloadCase>[0]);

/** What a load answers that colleagues caused, after the end of its turn of the event loop. */
async function unasked(nextUrl?: URL): Promise<boolean> {
  let answer = true;
  loadUnasked(() => {
    answer = asks(nextUrl);
  });
  await new Promise((resolve) => setTimeout(resolve));
  return answer;
}

const read = (serverLoader: () => Promise<unknown>, signal?: AbortSignal) =>
  keepCase()({ request: new Request(HERE, { signal }), params: {}, serverLoader } as Parameters<
    ReturnType<typeof keepCase>
  >[0]);

test("[RT77] what colleagues do on claims leaves the case's half alone; what a person does loads it", async () => {
  await read(async () => "facts");
  expect(await unasked()).toBe(false);
  expect(asks()).toBe(true);
});

test("[RT77] it is loaded for whoever is on the way to another case", async () => {
  await read(async () => "facts");
  expect(await unasked(ELSEWHERE)).toBe(true);
});

test("[RT77] what changes it loads it, again and again until a load has succeeded", async () => {
  noteCaseChange();
  expect(await unasked()).toBe(true);
  await expect(read(() => Promise.reject(new Error("cut off")))).rejects.toThrow("cut off");
  expect(await unasked()).toBe(true);
  await read(async () => "facts");
  expect(await unasked()).toBe(false);
});

test("[RT77] it is loaded again when its answer came and was given up for a step of one's own", async () => {
  const step = new AbortController();
  await read(async () => "facts", step.signal);
  expect(await unasked()).toBe(false);
  step.abort();
  expect(await unasked()).toBe(true);
  await read(async () => "facts");
  expect(await unasked()).toBe(false);
});
