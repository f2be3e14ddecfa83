import { expect, test } from "vitest";
import { lateRooms } from "#app/words/late-rooms.ts";
import { en } from "#domain/words/en.ts";
import { type Saying, sayParts, saySaying } from "#domain/words/say.ts";

const gone: Saying = { room: "claims", id: "somebody" };

function browser() {
  const here: Record<string, object> = { shell: en.shell };
  const asked: string[] = [];
  const answers: PromiseWithResolvers<void>[] = [];
  const fetchRoom = (room: string) => {
    asked.push(room);
    const answer = Promise.withResolvers<void>();
    answers.push(answer);
    return answer.promise;
  };
  const rooms = lateRooms(() => here, fetchRoom);
  const speech = { language: "en", catalogue: rooms.catalogue } as const;
  return { here, asked, answers, rooms, speech };
}

test("[WD23] a sentence whose room is missing is silent until the room is here, and is said then", async () => {
  const { here, asked, answers, rooms, speech } = browser();
  const heard = Promise.withResolvers<void>();
  const leave = rooms.onArrival(heard.resolve);
  expect(saySaying(speech, { room: "shell", id: "sign_out" })).toBe("Sign out");
  expect([saySaying(speech, gone), saySaying(speech, gone)]).toEqual(["", ""]);
  expect(sayParts(speech, "claims", "somebody", {})).toEqual([]);
  expect(asked).toEqual(["claims"]);
  here.claims = en.claims;
  answers[0]?.resolve();
  await heard.promise;
  leave();
  expect(rooms.arrivals()).toBe(1);
  expect(saySaying(speech, gone)).toBe(en.claims.somebody);
});

test("[WD23] a room that could not be fetched is asked for again when something of it is said again", async () => {
  const { asked, answers, rooms, speech } = browser();
  saySaying(speech, gone);
  answers[0]?.reject(new TypeError("offline"));
  await answers[0]?.promise.catch(() => {});
  expect(saySaying(speech, gone)).toBe("");
  expect(asked).toEqual(["claims", "claims"]);
  expect(rooms.arrivals()).toBe(0);
});
