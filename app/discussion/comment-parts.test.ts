import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf } from "#app/discussion/comment-parts.ts";

const people = [{ id: "bo", name: "Bo Lindqvist" }];
const kinds = (text: string) => partsOf(text, people).map(({ kind, text: words }) => `${kind}: ${words}`);

test("[DI18] a comment is words, names and addresses; only a safe address is a link", () => {
  expect(kinds("@Bo Lindqvist, see https://example.org/a_(b) (or http://x.example/c).")).toEqual([
    "mention: @Bo Lindqvist",
    "words: , see ",
    "link: https://example.org/a_(b)",
    "words:  (or ",
    "link: http://x.example/c",
    "words: ).",
  ]);
  for (const text of ["javascript:alert(1)", "<b>bold</b>", "https://user:pw@example.org/", "https://"])
    expect(kinds(text)).toEqual([`words: ${text}`]);
});

test("[DI18] a look-alike host leads where its link says in the letters of the web", () => {
  const [part] = partsOf("https://аpple.example/", []);
  expect(part).toMatchObject({ kind: "link", href: "https://xn--pple-43d.example/" });
});

test("[DI18] nothing of a comment is lost, whatever it holds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("@Bo Lindqvist", "https://a.example/)", " ", "\n", "<", "x", "🚢")),
      (pieces) => {
        const text = pieces.join("");
        expect(
          partsOf(text, people)
            .map((one) => one.text)
            .join(""),
        ).toBe(text);
      },
    ),
  );
});
