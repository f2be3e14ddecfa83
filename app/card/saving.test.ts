import { describe, expect, test } from "vitest";
import { closeSaying } from "#app/card/close-sentence.ts";
import { AT_FIRST, savingOf } from "#app/card/saving.ts";
import { addChange, confirmChanges, type WaitingChange } from "#app/card/waiting-changes.ts";
import { CARD_FULL, CARD_SLOW, CLOSE, TOO_MANY_WINDOWS } from "#domain/protocol.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { inEnglish } from "#domain/words/english.ts";
import { type Saying, saySaying } from "#domain/words/say.ts";

const open = { ...AT_FIRST, connected: true, synced: true, everSynced: true, storedAt: 5 };

describe("the state of saving", () => {
  test("is saved only when connected, synced and the last change is confirmed", () => {
    expect(savingOf({ ...open, made: 3, stored: 3 })).toEqual({ kind: "saved", at: 5 });
    expect(savingOf({ ...open, made: 3, stored: 2 })).toEqual({ kind: "saving" });
    expect(savingOf({ ...open, storedAt: null })).toEqual({ kind: "saving" });
    expect(savingOf({ ...open, synced: false })).toEqual({ kind: "offline", changes: 0, entries: 0 });
  });

  test("says offline, and how many changes are kept only in the tab", () => {
    const down = { ...open, connected: false, synced: false, made: 9, stored: 2, closed: { code: 1006, reason: "" } };
    expect(savingOf({ ...down, waiting: 3 })).toEqual({ kind: "offline", changes: 3, entries: 0 });
    expect(savingOf({ ...down, waiting: 0 })).toEqual({ kind: "offline", changes: 1, entries: 0 });
  });

  test("gives each reason for refusal its own sentence", () => {
    const sentences = Object.values(CLOSE).flatMap((code) => {
      const saving = savingOf({ ...open, connected: false, synced: false, closed: { code, reason: "" } });
      return saving.kind === "refused" ? [inEnglish(saving.sentence)] : [];
    });
    expect(sentences).toHaveLength(9);
    expect(new Set(sentences).size).toBe(9);
  });
});

describe("a card that is no longer live", () => {
  const down = { ...open, connected: false, synced: false, stored: 3 };
  const said = (code: number, made: number, reason = "") => {
    const saving = savingOf({ ...down, made, closed: { code, reason } });
    return saving.kind === "refused" ? inEnglish(saving.sentence) : "";
  };

  test("says that everything is saved when it is, and is not told to copy", () => {
    for (const code of [1009, 4499, ...Object.values(CLOSE).filter((one) => one >= 4400 && one < 4500)])
      expect(said(code, 3)).toMatch(/\. Everything you typed is saved\./);
    expect(said(CLOSE.signedOut, 3)).toBe("Signed out. Everything you typed is saved.");
  });

  test("says of a full card that something has to go first, and offers what did not fit", () => {
    expect(said(CLOSE.notAllowed, 4, CARD_FULL)).toBe(
      "Can't save: this card is full. Copy your text, reload the page, and take something out before you add it.",
    );
    expect(savingOf({ ...down, made: 4, closed: { code: CLOSE.notAllowed, reason: CARD_FULL } })).toMatchObject({
      final: true,
    });
  });

  test("says of a card that would take too long to open where the words can go", () => {
    expect(said(CLOSE.notAllowed, 4, CARD_SLOW)).toBe(
      "Can't save: with it this card would take too long to open. Copy your text, and make a new claim for it.",
    );
    expect(said(CLOSE.notAllowed, 3, CARD_SLOW)).toMatch(/Everything you typed is saved\./);
  });

  test("says what to do with what is not", () => {
    expect(said(CLOSE.setAside, 4)).toBe(
      "Can't save: this card is set aside until an administrator has looked at it. Copy your text.",
    );
    expect(said(CLOSE.signedOut, 4)).toContain("sign in in another one");
    expect(said(CLOSE.slowDown, 4, TOO_MANY_WINDOWS)).toContain("Close some of them");
    expect(said(CLOSE.badMessage, 4, "It ends too early.")).toMatch(/reload the page\. \(It ends too early\.\)$/);
  });

  test("speaks to whoever only reads of reading, in each language", () => {
    const reading = (code: number) => closeSaying({ code, reason: "" }, "reading") as Saying;
    expect(inEnglish(reading(CLOSE.storage))).toMatch(/^Not live any more: /);
    expect(inEnglish(reading(CLOSE.notAllowed))).toBe("You may no longer edit this card.");
    expect(saySaying({ language: "ar", catalogue: CATALOGUES.ar }, reading(CLOSE.storage))).toMatch(/^لم تعد مباشرة: /);
  });
});

describe("changes that wait", () => {
  const typed = [
    { place: "statement", number: 1, at: 0 },
    { place: "statement", number: 2, at: 100 },
    { place: "gaps", number: 3, at: 200 },
    { place: "gaps", number: 4, at: 9_000 },
  ].reduce<WaitingChange[]>((list, { place, number, at }) => addChange(list, place, number, at), []);

  test("typing on in one field counts once", () => {
    expect(typed.map((one) => one.place)).toEqual(["statement", "gaps", "gaps"]);
  });

  test("are forgotten once their last keystroke is confirmed", () => {
    expect(confirmChanges(typed, 1)).toHaveLength(3);
    expect(confirmChanges(typed, 3)).toHaveLength(1);
  });
});
