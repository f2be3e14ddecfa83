import { describe, expect, test } from "vitest";
import { AT_FIRST, savingOf } from "#app/card/saving.ts";
import { addChange, confirmChanges, type WaitingChange } from "#app/card/waiting-changes.ts";
import { CLOSE } from "#domain/protocol.ts";

const open = { ...AT_FIRST, connected: true, synced: true, everSynced: true, storedAt: 5 };

describe("the state of saving", () => {
  test("is saved only when connected, synced and the last change is confirmed", () => {
    expect(savingOf({ ...open, made: 3, stored: 3 })).toEqual({ kind: "saved", at: 5 });
    expect(savingOf({ ...open, made: 3, stored: 2 })).toEqual({ kind: "saving" });
    expect(savingOf({ ...open, storedAt: null })).toEqual({ kind: "saving" });
    expect(savingOf({ ...open, synced: false })).toEqual({ kind: "offline", changes: 0, entries: 0 });
  });

  test("says offline with the number of changes kept in the tab", () => {
    const down = { ...open, connected: false, synced: false, made: 9, stored: 2, waiting: 3 };
    expect(savingOf({ ...down, closed: { code: 1006, reason: "" } })).toEqual({
      kind: "offline",
      changes: 3,
      entries: 0,
    });
  });

  test("gives each reason for refusal its own sentence", () => {
    const sentences = Object.values(CLOSE).flatMap((code) => {
      const saving = savingOf({ ...open, connected: false, synced: false, closed: { code, reason: "" } });
      return saving.kind === "refused" ? [saving.sentence] : [];
    });
    expect(sentences).toHaveLength(8);
    expect(new Set(sentences).size).toBe(8);
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
