import { expect, test } from "vitest";
import { discussionForms } from "#app/discussion/discussion-action.ts";
import { parseForm } from "#app/http/form.ts";
import { isAppError } from "#domain/errors.ts";

function form(fields: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries({ once: "12345678", ...fields })) made.set(name, value);
  return made;
}

test("[DI5] a place that is none is refused in words at the form, before anything looks at it", () => {
  const send = (about: string) => parseForm(form({ intent: "comment", text: "Why?", about }), discussionForms);
  expect(send('{"kind":"claim"}')).toMatchObject({ about: { kind: "claim" }, text: "Why?" });
  for (const about of ["", "{", "null", '{"kind":"words"}', '{"kind":"claim","more":1}', `"${"x".repeat(40_000)}"`]) {
    let said: unknown;
    try {
      send(about);
    } catch (error) {
      said = error;
    }
    expect(isAppError(said) && said.kind, about.slice(0, 40)).toBe("bad_input");
  }
});

test("[DI18] the line ends of a form are one sign each", () => {
  const sent = parseForm(form({ intent: "reply", threadId: "t", text: "One\r\ntwo\rthree" }), discussionForms);
  expect(sent).toMatchObject({ text: "One\ntwo\nthree" });
});
