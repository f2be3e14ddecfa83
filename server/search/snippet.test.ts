import fc from "fast-check";
import { expect, test } from "vitest";
import { readQuery } from "#server/search/query.ts";
import { type SnippetPart, snippetOf } from "#server/search/snippet.ts";

const shown = (parts: readonly SnippetPart[] | null) =>
  parts?.map((one) => (one.hit ? `[${one.text}]` : one.text)).join("") ?? null;
const snippet = (text: string, query: string) => shown(snippetOf(text, readQuery(query).terms));

test("[FI6] the hit is marked as it is written, with its accents", () => {
  expect(snippet("Der Müller sagte nichts.", "muller")).toBe("Der [Müller] sagte nichts.");
  expect(snippet("قال مُتَحَدِّث أمس", "متحدث")).toBe("قال [مُتَحَدِّث] أمس");
  expect(snippet("The dockers’ union", '"dockers union"')).toBe("The [dockers’ union]");
});

test("[FI6] a word is marked from its beginning where it begins one, else within one", () => {
  expect(snippet("Reharbour the harbours", "harbour")).toBe("Reharbour the [harbour]s");
  expect(snippet("Superharbour", "harbour")).toBe("Super[harbour]");
});

test("[FI6] only what stands around the hit is shown, cut at spaces", () => {
  const text = `${"before ".repeat(40)}quay${" after".repeat(80)}`;
  const parts = snippet(text, "quay") ?? "";
  expect(parts).toMatch(/^… before .*\[quay\] after.* after …$/);
  expect(parts.length).toBeLessThan(260);
});

test("[FI6] a text without the words has no snippet", () => {
  expect(snippet("Nothing here.", "quay")).toBeNull();
});

test("[FI6] the parts are the text itself, whatever is in it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 600 }),
      fc.string({ unit: "grapheme", maxLength: 8 }),
      (text, query) => {
        const parts = snippetOf(text, readQuery(query).terms);
        const plain = (parts ?? []).filter(
          (one, at) => !((at === 0 || at === (parts?.length ?? 0) - 1) && /^… $|^ …$/.test(one.text)),
        );
        expect(text.normalize("NFC")).toContain(plain.map((one) => one.text).join(""));
      },
    ),
  );
});
