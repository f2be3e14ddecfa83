import { expect, test } from "vitest";
import * as Y from "yjs";
import { readCard, readPart } from "#domain/card.ts";
import { diffCards } from "#domain/card-diff.ts";
import { setField } from "#domain/card-edit.ts";
import { cardNames } from "#domain/card-names.ts";
import { canonicalJson, contentHash, materialContent } from "#domain/content.ts";
import { MEDIA_KINDS } from "#domain/media.ts";
import { mediaLines, mediaSayer } from "#domain/media-words.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { english } from "#domain/words/english.ts";

function cardWith(fields: Record<string, unknown>) {
  const doc = new Y.Doc();
  for (const [key, value] of Object.entries(fields)) doc.getMap("fields").set(key, value);
  return readCard(doc);
}

test("[ED40] a card says which media it is about, and what was found in the order of the list", () => {
  const doc = new Y.Doc();
  setField(doc, "mediaKind", "video");
  setField(doc, "mediaFindings", ["staged", "decontextualized"]);
  setField(doc, "mediaContext", "A drill of 2019.");
  const findings = ["decontextualized", "staged"];
  expect(readCard(doc).media).toEqual({ kind: "video", findings, original: "", context: "A drill of 2019." });
});

test.each([
  [{ mediaFindings: ["staged"], mediaOriginal: "https://a.example/" }, undefined],
  [{ mediaKind: "hologram" }, undefined],
  [{ mediaKind: "image", mediaFindings: "staged" }, []],
  [{ mediaKind: "image", mediaFindings: ["fake", "staged", "staged", 7] }, ["staged"]],
])("[ED40] what the layout does not know is not read: %j", (fields, findings) => {
  expect(cardWith(fields).media?.findings).toEqual(findings);
});

test("[ED40] media are material; a card without hashes as it did before there was a place for them", () => {
  const hash = (fields: Record<string, unknown>) => contentHash(cardWith(fields));
  const about = { mediaKind: "image", mediaFindings: ["staged"] };
  const hashes = [
    hash({}),
    hash({ mediaKind: "image" }),
    hash(about),
    hash({ ...about, mediaOriginal: "https://a.example/" }),
    hash({ ...about, mediaContext: "A drill." }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hash({ ...about, mediaKind: null })).toBe(hash({}));
  expect(canonicalJson(materialContent(cardWith({})))).not.toContain("media");
});

test("[ED40] whoever reads part by part also reads that a card is about media no more", () => {
  const doc = new Y.Doc();
  setField(doc, "mediaKind", "video");
  const before = readCard(doc);
  setField(doc, "mediaKind", null);
  const after = { ...before, ...readPart(doc, "fields") };
  expect(after).toEqual(readCard(new Y.Doc()));
  expect(contentHash(after)).toBe(contentHash(readCard(new Y.Doc())));
});

test.each(MEDIA_KINDS)(
  "[ED40] %s in words: what it is, what was found, where the original is, what it shows",
  (kind) => {
    const list = (words: readonly string[]) => words.join(", ");
    const lines = (given: object) =>
      mediaLines(english("media"), list, { kind, findings: [], original: "", context: "", ...given });
    expect(lines({})).toEqual([expect.stringContaining("nothing found yet")]);
    const all = lines({ findings: ["original", "staged"], original: "https://a.example/", context: "A drill." });
    expect(all.slice(1)).toEqual(["Original: https://a.example/", "A drill."]);
    expect(all[0]).toMatch(/^(Picture|Video|Recording): Original, Staged$/);
  },
);

test.each([
  ["en", "Video: Staged", "Picture: Staged"],
  ["ar", "فيديو: مدبّرة", "صورة: مدبّرة"],
] as const)("[ED40] a comparison says media in the language of its reader: %s", (language, was, is) => {
  const about = (mediaKind: string) => cardWith({ mediaKind, mediaFindings: ["staged"] });
  const [before, after] = [about("video"), about("image")];
  const mediaWords = mediaSayer({ language, catalogue: CATALOGUES[language] });
  const [media, ...rest] = diffCards(before, after, cardNames(before, after, { scale: null, mediaWords }));
  const without = (type: string) => media?.parts.flatMap((one) => (one.type === type ? [] : [one.text])).join("");
  expect([media?.field, without("added"), without("removed"), rest]).toEqual(["media", was, is, []]);
});
