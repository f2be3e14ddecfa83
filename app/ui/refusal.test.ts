import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";

const refused = (fields?: Record<string, string>) => ({
  ok: false as const,
  refused: { kind: "bad_input", message: "Name the desk.", detail: fields ? { fields } : {} },
});
const shown = (answer: Parameters<typeof Refusal>[0]["of"], fields: string[] = []) =>
  renderToStaticMarkup(createElement(Refusal, { of: answer, fields }));

test("a refusal is shown and spoken; an answer that is none shows nothing", () => {
  expect(shown(refused())).toBe('<p class="refusal" role="alert">Name the desk.</p>');
  expect(shown({ ok: true })).toBe("");
  expect(shown(undefined)).toBe("");
});

test("what stands at its field is spoken but not shown twice", () => {
  expect(shown(refused({ deskName: "Name the desk." }), ["deskName"])).toContain('class="unseen"');
  expect(shown(refused({ deskName: "Name the desk.", once: "Again." }), ["deskName"])).toContain('class="refusal"');
});

test("each field finds its own sentence", () => {
  expect(fieldErrors(refused({ title: "Give the case a title." }))).toEqual({ title: "Give the case a title." });
  expect(fieldErrors({ ok: true })).toEqual({});
});
