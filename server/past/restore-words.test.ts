import { expect, test } from "vitest";
import * as Y from "yjs";
import { restoreWords } from "#server/past/restore-words.ts";

test("[HI14] of a text in which more than a thousand words differ, those that stay keep their author too", () => {
  const [now, then] = [textOf("now"), textOf("then")];
  let written = "";
  now.observe(({ delta }) => {
    for (const { insert } of delta) written += insert ?? "";
  });
  now.doc?.transact(() => restoreWords(now, then));
  expect(now.toString()).toBe(then.toString());
  expect(written).not.toContain("stays");
});

function textOf(word: string): Y.Text {
  const text = new Y.Doc().getText("text");
  text.insert(0, `${word} stays `.repeat(700));
  return text;
}
