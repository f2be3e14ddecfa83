import { expect, test, vi } from "vitest";
import { type ChoiceGroup, keyChoices, matches, narrowed } from "#app/find/choices.ts";

const key = (key: string, does: string, run?: () => void) => ({ key, does, ...(run && { run }) });

test("[FI12] what the keys of a screen do stands in the list; what only moves the focus or is only listed does not", () => {
  const run = vi.fn();
  const keys = [
    key("n", "New claim", run),
    key("j", "Next", run),
    key("Enter", "Open the claim"),
    key("?", "Keys", run),
  ];
  const choices = keyChoices([{ id: "1", title: "Claims", keys }]);
  expect(choices.map((one) => one.kind === "do" && [one.words, one.shown])).toEqual([
    ["New claim", "N"],
    ["Keys", "?"],
  ]);
});

test("[FI12] a line matches by the beginnings of its words, in any order and without accents", () => {
  expect(matches("Light or dark: Dark", "dark li")).toBe(true);
  expect(matches("Réglages", "regl")).toBe(true);
  expect(matches("New claim", "laim")).toBe(false);
});

test("[FI12] groups in which nothing matches are left out", () => {
  const groups: ChoiceGroup[] = [
    { title: "Go to", choices: [{ id: "a", kind: "go", words: "Board", to: "/a" }] },
    { title: "Do", choices: [{ id: "b", kind: "go", words: "Table", to: "/b" }] },
  ];
  expect(narrowed(groups, "tab").map((one) => one.title)).toEqual(["Do"]);
});
