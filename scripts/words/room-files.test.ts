import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { en } from "#domain/words/en.ts";
import { type Messages, say } from "#domain/words/say.ts";
import { ROOMS, writtenFiles } from "./room-files.ts";

test("[WD23] a file of sentences adds its rooms to those that a browser has, ready to be said", () => {
  expect(ROOMS).toEqual(Object.keys(en).sort());
  const { sources, byRoom } = writtenFiles("ar", [
    { rooms: ["shell", "times"], parts: [] },
    { rooms: ["board"], parts: [] },
  ]);
  expect(Object.keys(byRoom)).toEqual(["shell", "times", "board"]);
  expect(byRoom.shell).toMatch(/^\/assets\/words-ar-shell-[\w-]{8}\.js$/);
  expect(byRoom.times).toBe(byRoom.shell);
  const browser = createContext({}) as { assayWords?: Messages };
  for (const [, source] of sources) runInContext(source, browser);
  const catalogue = browser.assayWords as Messages;
  const values = { why: "ENOSPC" };
  expect(say({ language: "ar", catalogue }, "shell", "read_only", values)).toBe(
    say({ language: "ar", catalogue: CATALOGUES.ar }, "shell", "read_only", values),
  );
});
