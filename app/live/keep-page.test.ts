import { expect, test } from "vitest";
import { keepPage } from "#app/live/keep-page.ts";

const load = (loader: ReturnType<typeof keepPage>, path: string, answer: () => unknown, signal?: AbortSignal) =>
  loader({
    request: new Request(`http://desk.invalid${path}`, { signal }),
    serverLoader: async () => answer(),
    params: {},
  } as Parameters<typeof loader>[0]);

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
