import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { AbsenceWatch, toldOf } from "#app/card/absence.ts";
import { setField } from "#domain/card-edit.ts";
import { cardNames } from "#domain/card-names.ts";
import { textRoot } from "#domain/card-roots.ts";

/** One who is away and the server, both with the same card; what each does before they meet again. */
function apart(here: (doc: Y.Doc) => void, there: (doc: Y.Doc) => void, ms = 0) {
  const [mine, stored] = [new Y.Doc(), new Y.Doc()];
  setField(stored, "claimant", "ministry");
  textRoot(stored, "verdict").insert(0, "It holds.");
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(stored));
  const watch = new AbsenceWatch();
  watch.leave(mine, 1_000);
  here(mine);
  there(stored);
  const others = Y.encodeStateAsUpdate(stored, Y.encodeStateVector(mine));
  watch.meet(mine, others);
  Y.applyUpdate(mine, others);
  const absence = watch.back(mine, 1_000 + ms);
  return absence && toldOf(absence, cardNames(absence.mine, absence.theirs, { scale: null }));
}

const write = (words: string) => (doc: Y.Doc) => textRoot(doc, "verdict").insert(0, words);
const claimant = (name: string) => (doc: Y.Doc) => setField(doc, "claimant", name);
const nothing = () => {};
const MINUTE = 60_000;

describe("an absence", () => {
  test("[ED20] tells what both changed, also what did not stay, however short it was", () => {
    const told = apart(claimant("union"), claimant("port authority"));
    expect(told?.both).toMatchObject([{ field: "claimant", label: "Claimant" }]);
    const words = (parts: { text: string }[] | undefined) => parts?.map(({ text }) => text).join("");
    expect(words(told?.both[0]?.mine.parts)).toContain("union");
    expect(words(told?.both[0]?.theirs.parts)).toContain("port authority");
    expect(words(told?.both[0]?.now?.parts)).toMatch(/union|port authority/);
  });

  test("[ED20] tells after a minute what each side changed alone", () => {
    const told = apart(write("Mine. "), claimant("union"), MINUTE);
    expect(told?.both).toEqual([]);
    expect(told?.mine.map(({ label }) => label)).toEqual(["Verdict in a sentence"]);
    expect(told?.theirs.map(({ label }) => label)).toEqual(["Claimant"]);
  });

  test.each([
    ["was short and each kept to a field", write("Mine. "), claimant("union"), 0],
    ["saw nothing done by others", write("Mine. "), nothing, MINUTE],
    ["saw nothing done here", nothing, write("Theirs. "), MINUTE],
    ["ended with both having done the same", claimant("union"), claimant("union"), 0],
  ])("[ED20] that %s needs no telling", (_why, here, there, ms) => {
    expect(apart(here, there, ms)).toBeNull();
  });

  test("[ED20] of any words in one text is told with the words of both sides", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), fc.stringMatching(/^[A-Z]{1,12}$/), (mine, theirs) => {
        const told = apart(write(`${mine} `), write(`${theirs} `));
        const now = told?.both[0]?.now?.parts.map(({ text }) => text).join("");
        expect(now).toContain(mine);
        expect(now).toContain(theirs);
      }),
    );
  });
});
