import { expect, test } from "vitest";
import { roomsSaid } from "./rooms-said.ts";

test.each([
  ['const say = useWords("board");', ["board"]],
  ['const say$1 = useWords$2("board");', ["board"]],
  ['jsx(Words, { room: "card", id: "by", values: { who } })', ["card"]],
  ['say$1(speech, "times", near, { time })', ["times"]],
  ['say(speechOf(), "forms", "unreachable")', ["forms"]],
  ['pageTitle(matches, "merge", "page_title", { reference })', ["merge"]],
  ['throw refusal("conflict", "saving", "closed")', ["saving"]],
  ['z.string().min(1, asMessage("claims", "write_statement"))', ["claims"]],
  ['const sayIt = useSaying("reviews", "claims");', ["claims", "reviews"]],
  ['return { room: "events", id, values: filled };', ["events"]],
  ["function useSaying(..._rooms) {}", []],
  ['say("moved", { to: "board" })', []],
  ['/** `useWords("board")` */\n// useWords("card")\nconst map = doc.getMap("sources");', []],
])("[WD23] of %s it finds the rooms", (code, rooms) => {
  expect(roomsSaid(code)).toEqual(rooms);
});
