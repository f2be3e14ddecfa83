import { expect, test } from "vitest";
import { isUnasked, loadUnasked, tellUnasked } from "#app/live/unasked.ts";
import { UNASKED_HEADER } from "#domain/protocol.ts";

const URL = "http://desk.invalid/cases/1.data";
const endOfTurn = () => new Promise((resolve) => setTimeout(resolve));

/** A browser that notes what it is asked to fetch. */
function browser() {
  const asked: Request[] = [];
  const target = {
    fetch: async (...given: Parameters<typeof fetch>) => {
      asked.push(new Request(...given));
      return new Response();
    },
  };
  tellUnasked(target);
  return { asked, target };
}

test("[AC4] a load that colleagues caused says that nobody asked for it, also after a few promises; the next one does not", async () => {
  const { asked, target } = browser();
  await target.fetch(URL);
  loadUnasked(async () => {
    await Promise.resolve().then(() => Promise.resolve());
    await target.fetch(URL, { headers: { Accept: "*/*" } });
  });
  await endOfTurn();
  expect(isUnasked()).toBe(false);
  await target.fetch(URL, { method: "POST", body: "a=1" });
  expect(asked.map((one) => one.headers.get(UNASKED_HEADER))).toEqual([null, "1", null]);
  expect(asked[1]?.headers.get("accept")).toBe("*/*");
});

test("[AC4] such a load can be broken off like any other", async () => {
  const { asked, target } = browser();
  const stop = new AbortController();
  loadUnasked(() => void target.fetch(URL, { signal: stop.signal }));
  stop.abort();
  await endOfTurn();
  expect(asked[0]?.signal.aborted).toBe(true);
});
