import { afterEach, expect, test } from "vitest";
import { HeldMessages } from "#app/card/held-messages.ts";
import { pausedWords } from "#app/together/pause-line.tsx";
import { noteWaiting, pause, paused, resume } from "#app/together/paused.ts";
import { english } from "#domain/words/english.ts";

afterEach(resume);

test("[TO20] what waits is counted by what it is about, and only while updates are paused", () => {
  noteWaiting("c1");
  expect(paused.get()).toBeNull();
  pause();
  for (const what of ["c1", "c2", "c1", "case"]) noteWaiting(what);
  pause();
  expect(paused.get()?.size).toBe(3);
  resume();
  expect(paused.get()).toBeNull();
});

test("[TO21] what arrives for a card meanwhile waits, and comes in in its order afterwards", () => {
  const held = new HeldMessages("c1");
  const seen: string[] = [];
  const take = (word: string, isEdit = true) => held.take(() => seen.push(word), isEdit);
  take("one");
  pause();
  take("two");
  take("a caret", false);
  take("three");
  expect(seen).toEqual(["one"]);
  expect(paused.get()).toEqual(new Set(["c1"]));
  resume();
  expect(seen).toEqual(["one", "two", "a caret", "three"]);
  pause();
  take("four");
  held.destroy();
  resume();
  expect(seen).not.toContain("four");
});

test("[TO20] a paused page says how much waits, and that one's own words do not", () => {
  expect(pausedWords(english("together"), 0)).toBe("Live updates are paused. Nothing has changed since.");
  expect(pausedWords(english("together"), 1)).toContain("One change waits.");
  expect(pausedWords(english("together"), 12)).toContain("12 changes wait. What you write is saved as always.");
});
