import { expect, test } from "vitest";
import { z } from "zod";
import { formOf, parseForm, readForm } from "#app/http/form.ts";

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
