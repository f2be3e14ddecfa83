import { describe, expect, test } from "vitest";
import { pastedIn } from "#app/article/paste-action.ts";

const form = (fields: Record<string, string | Blob>) => {
  const made = new FormData();
  const rest = { title: "T", originUrl: "", outlet: "", publishedOn: "", language: "", once: "seed:1:2:3" };
  for (const [name, value] of Object.entries({ ...rest, ...fields })) made.set(name, value);
  return made;
};

describe("what a pasted article's form says", () => {
  test("words sent as a file keep every line end, emoji and combining mark", async () => {
    const text = "\ufeffOne 😀\r\ntwo e\u0301\rthree\n بيان";
    expect((await pastedIn(form({ text: new Blob([text]) }))).text).toBe(text);
  });

  test("words from a plain text area lose the line ends that the browser put in", async () => {
    expect((await pastedIn(form({ text: "One\r\ntwo" }))).text).toBe("One\ntwo");
  });

  test("a chosen file counts where the page runs without scripts", async () => {
    expect((await pastedIn(form({ text: "", file: new Blob(["\ufeffOne\r\n"]) }))).text).toBe("One\r\n");
  });

  test("bytes that are not UTF-8 are refused, and the field is named", async () => {
    const bytes = new Blob([new Uint8Array([0x63, 0xe9])]);
    await expect(pastedIn(form({ text: bytes }))).rejects.toMatchObject({
      kind: "bad_input",
      detail: { fields: { text: { room: "article", id: "paste_not_utf8" } } },
    });
  });
});
