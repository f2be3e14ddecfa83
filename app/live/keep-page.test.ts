import { beforeEach, expect, test } from "vitest";
import { keepPage } from "#app/live/keep-page.ts";
import { owedLoad } from "#app/live/owed-load.ts";
import { signedOut } from "#app/live/signed-out.ts";
import { loadUnasked } from "#app/live/unasked.ts";

const load = (loader: ReturnType<typeof keepPage>, path: string, answer: () => unknown, signal?: AbortSignal) =>
  loader({
    request: new Request(`http://desk.invalid${path}`, { signal }),
    serverLoader: async () => answer(),
    params: {},
  } as Parameters<typeof loader>[0]);

/** Loads as a page does that follows its case, and waits for the end of that turn of the event loop. */
async function unasked(start: () => Promise<unknown>): Promise<unknown> {
  const answer = new Promise((resolve, reject) => loadUnasked(() => void start().then(resolve, reject)));
  await Promise.allSettled([answer, new Promise((resolve) => setTimeout(resolve))]);
  return answer;
}

const toSignIn = new Response(null, { status: 302, headers: { Location: "/sign-in?to=%2Fcases%2F1" } });

beforeEach(() => {
  signedOut.set(false);
  owedLoad.clear();
});

const fail = (error: unknown) => () => {
  throw error;
};

test("a page that loads again while the server is gone stays as it is", async () => {
  const loader = keepPage();
  await load(loader, "/cases/1", () => "first");
  expect(await load(loader, "/cases/1", fail(new TypeError("Failed to fetch")))).toBe("first");
  expect(await load(loader, "/cases/1", fail({ status: 502 }))).toBe("first");
  expect(await load(loader, "/cases/1", () => "second")).toBe("second");
});

test("a refusal is shown, and another page has nothing to stay on", async () => {
  const loader = keepPage();
  await load(loader, "/cases/1", () => "first");
  await expect(load(loader, "/cases/1", fail({ status: 404 }))).rejects.toEqual({ status: 404 });
  await expect(load(loader, "/cases/2", fail(new TypeError("Failed to fetch")))).rejects.toThrow("Failed to fetch");
});

test("a load that a newer one replaced gives nothing back", async () => {
  const loader = keepPage();
  await load(loader, "/cases/1", () => "first");
  const replaced = AbortSignal.abort();
  await expect(load(loader, "/cases/1", fail(new Error("cut off")), replaced)).rejects.toThrow("cut off");
});

test("[HT13] a page that follows its case stays when nobody is signed in any more, and says so until somebody is", async () => {
  const loader = keepPage();
  await load(loader, "/cases/1", () => "first");
  expect(await unasked(() => load(loader, "/cases/1", fail(toSignIn)))).toBe("first");
  expect(signedOut.get()).toBe(true);
  expect(await unasked(() => load(loader, "/cases/1", () => "second"))).toBe("second");
  expect(signedOut.get()).toBe(false);
});

test("[HT13] whoever asks for a page after signing out gets the way to sign in, and never an old page", async () => {
  const loader = keepPage();
  await load(loader, "/cases/1", () => "first");
  await expect(load(loader, "/cases/1", fail(toSignIn))).rejects.toBe(toSignIn);
  await expect(unasked(() => load(loader, "/cases/2", fail(toSignIn)))).rejects.toBe(toSignIn);
  const elsewhere = new Response(null, { status: 302, headers: { Location: "/cases/1/board" } });
  await expect(unasked(() => load(loader, "/cases/1", fail(elsewhere)))).rejects.toBe(elsewhere);
});

test("a load that nobody asked for is owed when it is cut off, also after its answer has come, and when the server fails", async () => {
  const loader = keepPage();
  await load(loader, "/cases/1", () => "first");
  const step = new AbortController();
  await unasked(() => load(loader, "/cases/1", () => "second", step.signal));
  expect(owedLoad.isOwed()).toBe(false);
  step.abort();
  expect(owedLoad.isOwed()).toBe(true);
  owedLoad.clear();
  await unasked(() => load(loader, "/cases/1", fail({ status: 502 })));
  expect(owedLoad.isOwed()).toBe(true);
});

test("what somebody asked for is owed when the server fails, not for a step; nor what somebody who is signed out cannot be shown", async () => {
  const loader = keepPage();
  const step = new AbortController();
  await load(loader, "/cases/1", () => "first", step.signal);
  step.abort();
  await unasked(() => load(loader, "/cases/1", fail(toSignIn)));
  expect(owedLoad.isOwed()).toBe(false);
  await load(loader, "/cases/1", fail({ status: 502 }));
  expect(owedLoad.isOwed()).toBe(true);
});
