import { expect, test } from "vitest";
import { isHistoryKey } from "#app/history/use-history-key.ts";

const press = (given: object, graph = false) =>
  isHistoryKey({
    ...{ ctrlKey: true, altKey: true, shiftKey: false, code: "KeyH", getModifierState: () => graph },
    ...given,
  });

test("Ctrl+Alt+H works on every layout, and AltGr goes on writing letters", () => {
  expect([press({}), press({}, true)]).toEqual([true, false]);
  expect([press({ altKey: false }), press({ shiftKey: true }), press({ code: "KeyR" })]).toEqual([false, false, false]);
});
