import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aboutIn } from "#app/discussion/half-about.ts";
import { forgetUnsent } from "#app/unsent/forget-unsent.ts";
import { halfWritten } from "#app/unsent/half-written.ts";

/** As a browser's storage: names are its own keys. */
class Shelf {
  [name: string]: unknown;
  getItem(name: string) {
    return (this[name] as string | undefined) ?? null;
  }
  setItem(name: string, text: string) {
    this[name] = text;
  }
  removeItem(name: string) {
    delete this[name];
  }
}

const gone: string[] = [];
const databases = ["assay.unsent.ana", "assay.unsent.bo", "another"].map((name) => ({ name, version: 1 }));

beforeEach(() => {
  gone.length = 0;
  vi.stubGlobal("sessionStorage", new Shelf());
  vi.stubGlobal("localStorage", new Shelf());
  vi.stubGlobal("indexedDB", {
    databases: async () => databases,
    deleteDatabase: (name: string) => {
      gone.push(name);
      const request = { onsuccess: () => {} };
      queueMicrotask(() => request.onsuccess());
      return request;
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

const box = (member: string, onDevice = false) => halfWritten(member, "thread.c1", onDevice);

test("[ED32] half-written words are kept for their author and their box, and forgotten once they are sent", () => {
  box("ana").keep({ words: "Who counted?", name: "Bulletin 4" });
  expect(box("ana").read()).toEqual({ words: "Who counted?", name: "Bulletin 4" });
  expect([box("bo").read(), box("ana", true).read(), halfWritten("ana", "thread.c2", false).read()]).toEqual(
    Array(3).fill(null),
  );
  box("ana").forget();
  expect(box("ana").read()).toBeNull();
});

test("[ED32] what somebody else wrote into the browser's storage, and a browser that has none, break nothing", () => {
  for (const text of ["{", "null", "7", '{"words":7}', '{"words":""}']) {
    sessionStorage.setItem("assay.unsent.ana.thread.c1", text);
    expect(box("ana").read()).toBeNull();
  }
  vi.stubGlobal("sessionStorage", undefined);
  box("ana").keep({ words: "Who?" });
  expect(box("ana").read()).toBeNull();
});

test("[ED32] what they were about is taken only in its own shape", () => {
  const words = { kind: "words", place: "gaps", start: { tname: "gaps" }, end: { tname: "gaps" }, exact: "Nobody" };
  expect(aboutIn(words)).toEqual(words);
  expect(aboutIn({ kind: "source", sourceId: "s1" })).toEqual({ kind: "source", sourceId: "s1" });
  for (const given of [null, 7, {}, { ...words, place: "nowhere" }, { ...words, start: null }, { kind: "source" }])
    expect(aboutIn(given)).toBeNull();
});

test("[ED31] nothing of others stays when a member signs in, of the member what they want, and of nobody after signing out", async () => {
  for (const member of ["ana", "bo"]) {
    box(member).keep({ words: "in the tab" });
    box(member, true).keep({ words: "on the device" });
  }
  await forgetUnsent({ inTab: "bo", onDevice: "bo" });
  expect([box("ana").read(), box("ana", true).read()]).toEqual([null, null]);
  expect([box("bo").read()?.words, box("bo", true).read()?.words]).toEqual(["in the tab", "on the device"]);
  expect(gone).toEqual(["assay.unsent.ana"]);
  await forgetUnsent({ inTab: "bo", onDevice: null });
  expect([box("bo").read()?.words, box("bo", true).read()]).toEqual(["in the tab", null]);
  await forgetUnsent({ inTab: null, onDevice: null });
  expect(box("bo").read()).toBeNull();
  expect(gone.slice(-2)).toEqual(["assay.unsent.ana", "assay.unsent.bo"]);
});
