import { expect, test } from "vitest";
import { z } from "zod";
import { formOf, parseForm } from "#app/http/form.ts";
import { readForm } from "#app/http/read-form.ts";
import { LIMITS } from "#domain/limits.ts";

const post = (type: string, body: string) =>
  new Request("http://here.invalid/", { method: "POST", headers: { "Content-Type": type }, body });

test.each([
  ["application/json", "{}"],
  ["multipart/form-data; boundary=x", "no part begins here"],
  ["multipart/form-data", "no boundary is named"],
])("what is sent as %s and is no form is refused in words", async (type, body) => {
  await expect(readForm(post(type, body))).rejects.toMatchObject({ kind: "bad_input" });
  await expect(formOf(post(type, body), z.object({}))).rejects.toMatchObject({ kind: "bad_input" });
});

test("field names that mean something to JavaScript change nothing", () => {
  const form = new FormData();
  for (const name of ["__proto__", "__proto__[]", "constructor", "toString"]) form.append(name, "taken");
  form.append("title", "Kept");
  const schema = z.object({ title: z.string(), admin: z.string().optional(), toString: z.string() });
  const parsed = parseForm(form, schema);
  expect(parsed).toEqual({ title: "Kept", toString: "taken" });
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).taken).toBeUndefined();
  expect(() => parseForm(new FormData(), z.object({ title: z.string("Name it.") }))).toThrow("Name it.");
});

const fields = (count: number) => Array.from({ length: count }, (_, at) => `field${at}=1`).join("&");
const parts = (count: number) =>
  `${Array.from({ length: count }, (_, at) => `--x\r\nContent-Disposition: form-data; name="field${at}"\r\n\r\n1\r\n`).join("")}--x--\r\n`;
const URLENCODED = "application/x-www-form-urlencoded;charset=UTF-8";

test.each<[string, string, (count: number) => string]>([
  ["text", URLENCODED, fields],
  ["parts", "multipart/form-data; boundary=x", parts],
])("[HT17] a form of %s has as many fields as ours can have, and not one more", async (_what, type, body) => {
  expect([...(await readForm(post(type, body(LIMITS.fields))))]).toHaveLength(LIMITS.fields);
  await expect(readForm(post(type, body(LIMITS.fields + 1)))).rejects.toMatchObject({
    kind: "bad_input",
    message: expect.stringContaining("200 fields at most"),
  });
});

test.each([
  ["empty fields", "a&".repeat(500_000)],
  ["fields of different names", fields(80_000)],
])("[HT17] a megabyte of %s keeps the server busy for no second", async (_what, body) => {
  const before = process.threadCpuUsage();
  await expect(formOf(post(URLENCODED, body), z.object({}))).rejects.toMatchObject({ kind: "bad_input" });
  const { user, system } = process.threadCpuUsage(before);
  expect(user + system).toBeLessThan(1_000_000);
});

test("[HT17] a form is gone through once, however its fields are called", () => {
  const form = new FormData();
  for (let at = 0; at < LIMITS.fields; at++) form.append(at % 2 === 0 ? `field${at}` : "ids[]", String(at));
  form.append("field0", "second");
  let passes = 0;
  const counted = new Proxy(form, {
    get(target, name) {
      if (name !== Symbol.iterator) throw new Error(`${String(name)} goes through the whole form again`);
      passes += 1;
      return target[Symbol.iterator].bind(target);
    },
  });
  const parsed = parseForm(counted, z.object({ field0: z.string(), ids: z.array(z.string()) }));
  expect(parsed).toMatchObject({ field0: "0", ids: { length: LIMITS.fields / 2 } });
  expect(passes).toBe(1);
});
