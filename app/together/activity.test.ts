import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { CardConnection } from "#app/card/connection.ts";
import { Activity } from "#app/together/activity.ts";
import { levelOf } from "#app/together/choices.ts";
import { type ColleagueEdit, watchEdits } from "#app/together/edit-watch.ts";
import { editWords } from "#app/together/edit-words.ts";
import { followedWords } from "#app/together/follow-line.tsx";
import { decisionsSince, heardEdits } from "#app/together/use-card-activity.ts";
import { readCard } from "#domain/card.ts";
import type { EventSaying } from "#domain/event-saying.ts";
import { english } from "#domain/words/english.ts";
import type { HistoryEntry } from "#server/services/history.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const texts = (activity: Activity) => activity.lines.get().map((one) => one.text);

test("[TO10] nothing is said into somebody's typing, and everything once they pause", () => {
  const activity = new Activity();
  activity.typed();
  activity.say("Bo opened this card");
  vi.advanceTimersByTime(1_000);
  activity.typed();
  activity.say("Bo signed off");
  vi.advanceTimersByTime(1_400);
  expect(texts(activity)).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(texts(activity)).toEqual(["Bo opened this card", "Bo signed off"]);
});

test("[TO10] whoever does not type hears it at once, and the last five lines stay", () => {
  const activity = new Activity();
  for (const number of [1, 2, 3, 4, 5, 6]) {
    activity.say(`${number}`);
    vi.advanceTimersByTime(0);
  }
  expect(texts(activity)).toEqual(["2", "3", "4", "5", "6"]);
  activity.clear();
  expect(texts(activity)).toEqual([]);
});

test("[TO11] an edit is told with its author, its place, and how many words it was", () => {
  const speech = { say: english("together"), sayPlace: english("places") };
  const before = { ...readCard(new Y.Doc()), gaps: "who counted", verdict: "No." };
  const after = { ...before, gaps: "who counted the cold stores", verdict: "", statement: "" };
  expect(editWords(speech, "Bo", "gaps", before, after)).toBe("Bo added 3 words to What is not known");
  expect(editWords(speech, "Bo", "verdict", before, after)).toBe("Bo took 1 word out of Verdict sentence");
  expect(editWords(speech, "Bo", "statement", before, after)).toBe("Bo changed words in Statement");
  expect(editWords(speech, "Bo and Chen", "fields/claimant", before, after)).toBe("Bo and Chen changed Claimant");
});

test("[TO11] however fast a colleague types, it is told once in five seconds, for all that was typed", () => {
  const [bo, mine] = [new Y.Doc(), new Y.Doc()];
  bo.on("update", (update) => Y.applyUpdate(mine, update, "remote"));
  const told: (readonly ColleagueEdit[])[] = [];
  const connection = {
    ...{ doc: mine, card: { read: () => readCard(mine) }, facts: { read: () => ({ everSynced: true }) } },
    presence: { nameOf: () => "Bo", colleagues: { read: () => [] } },
  } as unknown as CardConnection;
  const stop = watchEdits(connection, (news) => told.push(news));
  for (let key = 0; key < 60; key++) {
    bo.getText("gaps").insert(key, "a");
    vi.advanceTimersByTime(250);
  }
  vi.advanceTimersByTime(5_000);
  expect(told).toHaveLength(3);
  expect(told.flat().map(({ place, names }) => [place, ...names])).toEqual(Array(3).fill(["gaps", "Bo"]));
  expect(told.flat().at(-1)?.after.gaps).toHaveLength(60);
  stop();
  bo.getText("gaps").insert(0, "late");
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(3);
});

test("[TO11] with nothing switched on nothing is told, near what one's own field is told, and with all everything", () => {
  const news = ["gaps", "verdict", "sources/s1"].map((place) => ({ place })) as ColleagueEdit[];
  const heard = (...given: [Parameters<typeof heardEdits>[0], string | null]) =>
    heardEdits(...given, news).map(({ place }) => place);
  expect(heard("none", "gaps")).toEqual([]);
  expect(heard("near", "gaps")).toEqual(["gaps"]);
  expect(heard("near", "sources/s1/quote")).toEqual(["sources/s1"]);
  expect(heard("near", null)).toEqual([]);
  expect(heard("all", null)).toEqual(["gaps", "verdict", "sources/s1"]);
});

test("[TO12] decisions of others since the page was seen are told, one's own are not", () => {
  const decision = (at: number, name: string, id: EventSaying["id"]): HistoryEntry => ({
    ...{ kind: "decision", type: "claim.moved", at, says: { id }, contentHash: null },
    member: { id: name, name, colour: 0, role: "editor" },
  });
  const history = [
    decision(3, "Bo", "review_signed_off"),
    decision(2, "Ana", "claim_taken"),
    decision(2, "Bo", "thread_resolved"),
  ];
  expect(decisionsSince(history, 1, "Ana")).toEqual([
    { who: "Bo", says: { id: "thread_resolved" } },
    { who: "Bo", says: { id: "review_signed_off" } },
  ]);
  expect(decisionsSince(history, 3, "Ana")).toEqual([]);
});

test("[TO13] each member of a browser has a level of their own, and hears decisions until they choose", () => {
  expect(levelOf("ana").get()).toBe("near");
  levelOf("ana").set("none");
  expect(levelOf("ana").get()).toBe("none");
  expect(levelOf("bo").get()).toBe("near");
});

test("[TO2] whoever is followed reads by whom", () => {
  expect(followedWords(english("together"), [])).toBeNull();
  expect(followedWords(english("together"), ["Chen"])).toBe("Chen follows you");
  expect(followedWords(english("together"), ["Chen", "Bo"])).toBe("Chen and Bo follow you");
  expect(followedWords(english("together"), ["Chen", "Bo", "Dalia"])).toBe("Chen and 2 others follow you");
});
